-- What keeping up with a partner for years takes: its health and rhythm, the turns of its hosts,
-- and runs for other reasons than the schedule.

CREATE TABLE kept_partners (
  id TEXT PRIMARY KEY,
  url_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  feed TEXT,
  sitemap TEXT,
  listing TEXT,
  republish TEXT NOT NULL CHECK (republish IN ('full', 'excerpt')),
  -- What the operator wants between two scheduled runs. Null: learnt from the partner's rhythm.
  interval_minutes INTEGER,
  -- Pages that are fetched in a day (UTC) at most.
  pages_per_day INTEGER NOT NULL DEFAULT 2000,
  timezone TEXT,
  -- Paused by an operator, or because it has failed for days; gone: given up by all signs.
  state TEXT NOT NULL CHECK (state IN ('active', 'degraded', 'paused', 'gone')),
  -- One sentence for operators; null while all is well.
  state_reason TEXT,
  state_since TEXT NOT NULL DEFAULT '',
  -- 0 where an operator paused it. What fails is visited on, ever more seldom: recovery is noticed.
  is_visited INTEGER NOT NULL DEFAULT 1,
  -- Runs in a row that found nothing because the partner failed, and when the first of them was.
  failures INTEGER NOT NULL DEFAULT 0,
  failing_since TEXT,
  created_at TEXT NOT NULL,
  next_run_at TEXT NOT NULL,
  -- What discovery last used: its address, kind, HTTP validators and wishes, as JSON.
  source TEXT,
  -- Another way to its articles, by which the first one is checked, as JSON.
  second_source TEXT,
  -- When the partner publishes, as JSON.
  rhythm TEXT,
  -- Which of its addresses are articles, as JSON.
  patterns TEXT,
  -- The day (UTC) that pages_spent counts.
  spent_on TEXT NOT NULL DEFAULT '',
  pages_spent INTEGER NOT NULL DEFAULT 0,
  recipe TEXT,
  recipe_revision INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO kept_partners (id, url_key, name, url, feed, sitemap, listing, republish,
    interval_minutes, timezone, state, state_since, is_visited, created_at, next_run_at, source,
    recipe, recipe_revision)
  SELECT id, url_key, name, url, feed, sitemap, listing, republish,
    -- Fifteen minutes were what a partner got whose operator said nothing.
    NULLIF(interval_minutes, 15), timezone, state, created_at, state = 'active', created_at,
    next_run_at, source, recipe, recipe_revision
  FROM partners;
DROP TABLE partners;
ALTER TABLE kept_partners RENAME TO partners;
CREATE INDEX partners_due ON partners (next_run_at) WHERE is_visited = 1;

CREATE TABLE kept_runs (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('schedule', 'operator', 'push', 'backfill')),
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
  queued_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  -- Whoever advances the run holds it until then; who reads another instant here has lost it. A run
  -- that waits for its host is held by nobody until then.
  lease_until TEXT NOT NULL,
  -- How often somebody has begun to look for what the partner lists.
  tries INTEGER NOT NULL DEFAULT 0,
  discovered INTEGER NOT NULL DEFAULT 0,
  fetched INTEGER NOT NULL DEFAULT 0,
  stored INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  errors TEXT NOT NULL DEFAULT '[]',
  -- What the report tells of the whole run, before its pages: addresses and sentences, as JSON.
  notices TEXT NOT NULL DEFAULT '[]'
) STRICT;
INSERT INTO kept_runs SELECT id, partner_id, cause, state, queued_at, started_at, finished_at,
    lease_until, tries, discovered, fetched, stored, updated, unchanged, duplicates, gone, failed, errors,
    '[]'
  FROM runs;
DROP TABLE runs;
ALTER TABLE kept_runs RENAME TO runs;
CREATE UNIQUE INDEX runs_unfinished ON runs (partner_id) WHERE state IN ('queued', 'running');
CREATE INDEX runs_to_revive ON runs (lease_until) WHERE state IN ('queued', 'running');
CREATE INDEX runs_by_partner ON runs (partner_id, queued_at DESC, id DESC);
CREATE INDEX runs_by_time ON runs (queued_at DESC, id DESC);

-- Whose turn it is at a host and port, across all isolates.
CREATE TABLE hosts (
  -- As in `host:port`, lower case.
  host TEXT PRIMARY KEY,
  -- Whoever asks the host, until held_until; null where it is free.
  held_by TEXT,
  held_until TEXT NOT NULL DEFAULT '',
  -- Nobody asks it before: the pause after the last answer, or what Retry-After wished.
  free_at TEXT NOT NULL DEFAULT '',
  -- Who came while it was held, and is let in before its holder comes again.
  wanted_by TEXT,
  wanted_until TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- 0: listed now; 1: from the archive, after everything fresh.
ALTER TABLE frontier ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
-- Where permanent redirects have led, and how often in a row: after the third it is asked for there.
ALTER TABLE frontier ADD COLUMN moved_to TEXT;
ALTER TABLE frontier ADD COLUMN moved_times INTEGER NOT NULL DEFAULT 0;
CREATE INDEX frontier_moved ON frontier (partner_id, moved_to) WHERE moved_to IS NOT NULL;
-- What answered with the validators, where it is another address.
ALTER TABLE frontier ADD COLUMN validators_from TEXT;
-- Of the feed entry that carried the whole article; null where its page was read.
ALTER TABLE frontier ADD COLUMN entry_hash TEXT;
