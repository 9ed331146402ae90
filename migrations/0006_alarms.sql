-- What is wrong with a partner, until it is no longer.

CREATE TABLE alarms (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('failing', 'layout-changed', 'quality-fell', 'silent')),
  -- One English sentence for operators.
  message TEXT NOT NULL,
  raised_at TEXT NOT NULL,
  cleared_at TEXT
) STRICT, WITHOUT ROWID;
-- What is wrong already is not raised again.
CREATE UNIQUE INDEX alarms_open ON alarms (partner_id, kind) WHERE cleared_at IS NULL;
CREATE INDEX alarms_by_time ON alarms (raised_at DESC, id DESC) WHERE cleared_at IS NULL;

-- What its visits have been like, as JSON: what alarms are judged by.
ALTER TABLE partners ADD COLUMN health TEXT;
-- When its source is to be asked next, and before which instant nobody but an operator has it asked.
ALTER TABLE partners ADD COLUMN source_due_at TEXT NOT NULL DEFAULT '';
ALTER TABLE partners ADD COLUMN source_not_before TEXT NOT NULL DEFAULT '';
