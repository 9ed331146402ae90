-- What a partner's page asks of whoever shows it to others, and how articles changed.

-- Its robots directives, as a JSON list: see src/articles/robots-directives.ts.
ALTER TABLE articles ADD COLUMN robots TEXT NOT NULL DEFAULT '[]';
-- What its page names as the original, on another site.
ALTER TABLE articles ADD COLUMN original_url TEXT;
-- Until when machines may be led to our page of it; empty: never.
ALTER TABLE articles ADD COLUMN indexable_until TEXT NOT NULL DEFAULT '9999';

-- What became of an article with each revision after its first; the last fifty are kept.
CREATE TABLE article_revisions (
  article_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  -- JSON: see src/articles/what-changed.ts.
  changes TEXT NOT NULL,
  PRIMARY KEY (article_id, revision)
) STRICT, WITHOUT ROWID;

-- The same words at a second address of a partner are the same article.
CREATE INDEX articles_by_content ON articles (partner_id, content_hash);

-- The revision of the recipe that the article was read by.
ALTER TABLE articles ADD COLUMN recipe_revision INTEGER NOT NULL DEFAULT 0;

-- What stands at an article's address and shares nothing with it: a notice, a sign-in, a parked
-- domain. Kept until it has been seen for long enough, and on no other page, to be believed.
CREATE TABLE held_contents (
  partner_id TEXT NOT NULL,
  url_key TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (partner_id, url_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX held_contents_by_hash ON held_contents (partner_id, content_hash);

-- Pages of a run that were not there: few, and asked for at its end.
CREATE INDEX run_pages_gone ON run_pages (run_id, position) WHERE outcome = 'gone';
