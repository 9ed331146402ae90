-- Backfills: everything that a partner ever published, fetched after all that is fresh.

CREATE TABLE backfills (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'stopped', 'done', 'failed')),
  -- Days of publication, as in 2024-07-09, both included. Null: open.
  since TEXT,
  until TEXT,
  -- Addresses that it adds to the frontier at most.
  pages_max INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  -- Before then it opens no run: nothing is due, or its share of the day is used up.
  next_at TEXT NOT NULL,
  -- Before then its lists are not read on; null once all of them have been.
  list_at TEXT,
  -- Hashes of the addresses that its listing pages listed last, as JSON: whether they tell anything new.
  recent TEXT NOT NULL DEFAULT '{}',
  -- Addresses in its lists; those left out; those that it added to the frontier.
  listed INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  -- What became of the pages added: each counts once, when it has come to its end.
  stored INTEGER NOT NULL DEFAULT 0,
  known INTEGER NOT NULL DEFAULT 0,
  outside INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  -- The day (UTC) that pages_spent counts.
  spent_on TEXT NOT NULL DEFAULT '',
  pages_spent INTEGER NOT NULL DEFAULT 0,
  -- One sentence for operators; null while there is nothing to say.
  message TEXT,
  errors TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE UNIQUE INDEX backfills_unfinished ON backfills (partner_id)
  WHERE state IN ('queued', 'running', 'stopped');
CREATE INDEX backfills_due ON backfills (next_at) WHERE state IN ('queued', 'running');
CREATE INDEX backfills_by_partner ON backfills (partner_id, created_at DESC, id DESC);
CREATE INDEX backfills_by_time ON backfills (created_at DESC, id DESC);

-- The lists of an archive: sitemap files and listing pages, each read once.
CREATE TABLE backfill_files (
  backfill_id TEXT NOT NULL,
  url_key TEXT NOT NULL,
  url TEXT NOT NULL,
  -- A guess is a sitemap that nobody has named: that it is missing is no failure.
  kind TEXT NOT NULL CHECK (kind IN ('sitemap', 'guess', 'listing')),
  position INTEGER NOT NULL,
  -- Of a sitemap, how many index files lead to it.
  depth INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'read', 'skipped', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  listed INTEGER NOT NULL DEFAULT 0,
  -- Of the listed ones, those left out, and of these the ones that are no articles.
  skipped INTEGER NOT NULL DEFAULT 0,
  others INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (backfill_id, url_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX backfill_files_pending ON backfill_files (backfill_id, position) WHERE state = 'pending';

-- Fresh addresses are found without passing those of an archive.
DROP INDEX frontier_due;
CREATE INDEX frontier_due ON frontier (partner_id, priority, next_attempt_at)
  WHERE next_attempt_at IS NOT NULL;
