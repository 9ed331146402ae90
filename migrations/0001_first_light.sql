-- Partners, their runs and frontier, articles, the outbox and the view totals.

-- One row: the versions that cached lists and the partners' strip depend on.
CREATE TABLE site (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  lists_version INTEGER NOT NULL DEFAULT 1,
  partners_version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO site (id) VALUES (1);

CREATE TABLE partners (
  id TEXT PRIMARY KEY,
  url_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  feed TEXT,
  sitemap TEXT,
  listing TEXT,
  republish TEXT NOT NULL CHECK (republish IN ('full', 'excerpt')),
  interval_minutes INTEGER NOT NULL,
  timezone TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'paused')),
  created_at TEXT NOT NULL,
  next_run_at TEXT NOT NULL,
  -- What discovery last used: its address, kind and HTTP validators, as JSON.
  source TEXT
) STRICT;
CREATE INDEX partners_due ON partners (next_run_at) WHERE state = 'active';

CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('schedule', 'operator')),
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
  queued_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  -- Whoever advances the run holds it until then; who reads another instant here has lost it.
  lease_until TEXT NOT NULL,
  -- How often somebody has begun to look for what the partner lists.
  tries INTEGER NOT NULL DEFAULT 0,
  -- When the last holder gave it back: no host was asked later.
  asked_at TEXT,
  discovered INTEGER NOT NULL DEFAULT 0,
  fetched INTEGER NOT NULL DEFAULT 0,
  stored INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  errors TEXT NOT NULL DEFAULT '[]'
) STRICT;
-- A partner has one run at a time; a second request joins the first.
CREATE UNIQUE INDEX runs_unfinished ON runs (partner_id) WHERE state IN ('queued', 'running');
CREATE INDEX runs_to_revive ON runs (lease_until) WHERE state IN ('queued', 'running');
CREATE INDEX runs_by_partner ON runs (partner_id, queued_at DESC, id DESC);
CREATE INDEX runs_by_time ON runs (queued_at DESC, id DESC);

-- What one run has to visit; the outcome is written in the batch that stores the article.
CREATE TABLE run_pages (
  run_id TEXT NOT NULL,
  url_key TEXT NOT NULL,
  url TEXT NOT NULL,
  position INTEGER NOT NULL,
  outcome TEXT CHECK (outcome IN ('stored', 'updated', 'unchanged', 'duplicate', 'gone', 'failed')),
  -- The page answered with a body, not with 304 or an error.
  fetched INTEGER NOT NULL DEFAULT 0,
  -- Its host did not answer in time, or was not asked any more because of that.
  unanswered INTEGER NOT NULL DEFAULT 0,
  -- How often a visit has begun: one that takes its process along leaves nothing else.
  tries INTEGER NOT NULL DEFAULT 0,
  message TEXT,
  PRIMARY KEY (run_id, url_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_pages_pending ON run_pages (run_id, position) WHERE outcome IS NULL;

-- Every article address a partner ever listed, and when to ask for it again.
CREATE TABLE frontier (
  partner_id TEXT NOT NULL,
  url_key TEXT NOT NULL,
  url TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'fetched', 'failed', 'gone')),
  -- In what discovery listed last, and where in it.
  listed INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL,
  -- The url_key of the article that its page gave: another one where the page names another address.
  article_key TEXT,
  etag TEXT,
  last_modified TEXT,
  first_seen_at TEXT NOT NULL,
  fetched_at TEXT,
  -- Null: no scheduled visit any more.
  next_attempt_at TEXT,
  -- Failures, or 404 answers, since the last success.
  failures INTEGER NOT NULL DEFAULT 0,
  -- 404 answers in a row.
  not_found INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (partner_id, url_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX frontier_due ON frontier (partner_id, next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX frontier_listed ON frontier (partner_id) WHERE listed = 1;
CREATE INDEX frontier_by_article ON frontier (partner_id, article_key) WHERE article_key IS NOT NULL;

-- robots.txt as last fetched, for a day.
CREATE TABLE robots (
  origin TEXT PRIMARY KEY,
  -- The HTTP status, 0 where the host could not be reached.
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  fetched_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  partner_id TEXT NOT NULL,
  url_key TEXT NOT NULL UNIQUE,
  source_url TEXT NOT NULL,
  title TEXT NOT NULL,
  byline TEXT,
  language TEXT NOT NULL,
  -- It carries the badge, or the operator pinned it.
  featured INTEGER NOT NULL,
  pinned INTEGER NOT NULL DEFAULT 0,
  -- Its own page says so.
  badge INTEGER NOT NULL DEFAULT 0,
  lead TEXT,
  published_at TEXT,
  modified_at TEXT,
  -- Publication in UTC, or first sight where the page gives no date: what lists are ordered by.
  sort_at TEXT NOT NULL,
  partner_views INTEGER,
  topics TEXT NOT NULL,
  image TEXT,
  content_hash TEXT NOT NULL,
  -- Of what is shown or kept beside the content: related posts, the partner's figure, removals.
  details_hash TEXT NOT NULL,
  revision INTEGER NOT NULL,
  -- One more for every change of what the article's page shows.
  page_version INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL CHECK (state IN ('published', 'hidden', 'taken-down', 'gone')),
  views INTEGER NOT NULL DEFAULT 0,
  -- Forward-decayed views, log2: its order never changes with time.
  trend REAL NOT NULL DEFAULT -1e9,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX articles_latest ON articles (sort_at DESC, id DESC) WHERE state = 'published';
CREATE INDEX articles_featured ON articles (sort_at DESC, id DESC) WHERE state = 'published' AND featured = 1;
CREATE INDEX articles_trending ON articles (trend DESC, id DESC) WHERE state = 'published';
CREATE INDEX articles_of_partner ON articles (partner_id, sort_at DESC, id DESC) WHERE state = 'published';
CREATE INDEX articles_trending_of_partner ON articles (partner_id, trend DESC, id DESC) WHERE state = 'published';
CREATE INDEX articles_by_change ON articles (updated_at DESC, id DESC);

CREATE TABLE article_topics (
  topic TEXT NOT NULL,
  article_id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (topic, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_topics_of_article ON article_topics (article_id);

CREATE TABLE related_posts (
  article_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  url_key TEXT NOT NULL,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  published_at TEXT,
  partner_views INTEGER,
  excerpt TEXT,
  image TEXT,
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX related_posts_by_url ON related_posts (url_key);

-- What was dropped from an article's page, and why; for the operator.
CREATE TABLE removals (
  article_id TEXT PRIMARY KEY,
  blocks TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Words with their marks folded away; rowid is articles.number.
CREATE VIRTUAL TABLE article_words USING fts5(
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61'
);

-- Absolute totals that a counter shard reported last.
CREATE TABLE view_totals (
  article_id TEXT NOT NULL,
  shard INTEGER NOT NULL,
  total INTEGER NOT NULL,
  trend REAL NOT NULL,
  PRIMARY KEY (article_id, shard)
) STRICT, WITHOUT ROWID;

CREATE TABLE subscriptions (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  url TEXT NOT NULL,
  -- JSON list of event types; empty: all.
  events TEXT NOT NULL,
  secret TEXT NOT NULL,
  -- pending until the endpoint has answered its endpoint.verify with a 2xx.
  state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'disabled')),
  created_at TEXT NOT NULL,
  -- Sent nothing before then, because it did not answer.
  held_until TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX subscriptions_of_partner ON subscriptions (partner_id, created_at, id);

CREATE TABLE events (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  partner_id TEXT NOT NULL,
  article_id TEXT,
  data TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
  id TEXT PRIMARY KEY,
  event_id TEXT NOT NULL,
  subscription_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'dead', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0,
  -- How many of them were made before its last replay: the retry table counts from there.
  attempts_before INTEGER NOT NULL DEFAULT 0,
  -- When it may be sent; while it is leased, when its lease ends.
  next_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  finished_at TEXT,
  UNIQUE (event_id, subscription_id)
) STRICT;
CREATE INDEX deliveries_pending ON deliveries (subscription_id, next_at) WHERE state = 'pending';
CREATE INDEX deliveries_of_subscription ON deliveries (subscription_id, created_at DESC, id DESC);

CREATE TABLE attempts (
  delivery_id TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  at TEXT NOT NULL,
  -- The HTTP status, null where there was no answer.
  status INTEGER,
  duration_ms INTEGER NOT NULL,
  message TEXT,
  PRIMARY KEY (delivery_id, attempt)
) STRICT, WITHOUT ROWID;
