-- Subscriptions at partners' hubs (W3C WebSub): we are told of news instead of asking for it.

CREATE TABLE websub_subscriptions (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  -- What is subscribed to: the address that the feed gives as its own.
  topic TEXT NOT NULL,
  -- The hub that is asked, and all that the topic names, in its order, as a JSON array.
  hub TEXT NOT NULL,
  hubs TEXT NOT NULL,
  -- The last part of the callback's address: nobody but the hub knows it.
  token TEXT NOT NULL UNIQUE,
  -- What the hub signs its messages with.
  secret TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('wanted', 'pending', 'active', 'denied', 'ending', 'ended')),
  -- One English sentence for operators on what went wrong last; null while all is well.
  reason TEXT,
  created_at TEXT NOT NULL,
  -- How long the hub has promised to tell us; null before it has.
  lease_until TEXT,
  -- When the hub is to be asked next, or the row of an ended one forgotten. Whoever asks it moves
  -- this to the end of a lease first.
  next_at TEXT NOT NULL,
  -- Requests to the hub since the last one that it verified.
  attempts INTEGER NOT NULL DEFAULT 0,
  -- It has told us of news, and has missed none since.
  is_delivering INTEGER NOT NULL DEFAULT 0,
  pushes INTEGER NOT NULL DEFAULT 0,
  last_push_at TEXT,
  -- SHA-256 of the last message: the same one again is a repetition.
  last_push_hash TEXT,
  bad_signatures INTEGER NOT NULL DEFAULT 0,
  -- A message came, and the run that it asks for is due then; null where none is.
  run_due_at TEXT,
  -- No run is opened for its messages before.
  run_not_before TEXT NOT NULL DEFAULT '',
  -- Runs in a row that its messages asked for and that found nothing.
  empty_runs INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
-- A partner has one subscription that delivers and one that is being arranged.
CREATE UNIQUE INDEX websub_active ON websub_subscriptions (partner_id) WHERE state = 'active';
CREATE UNIQUE INDEX websub_arranged ON websub_subscriptions (partner_id)
  WHERE state IN ('wanted', 'pending', 'denied');
CREATE INDEX websub_by_partner ON websub_subscriptions (partner_id, created_at DESC);
CREATE INDEX websub_due ON websub_subscriptions (next_at);
CREATE INDEX websub_runs_due ON websub_subscriptions (run_due_at) WHERE run_due_at IS NOT NULL;
