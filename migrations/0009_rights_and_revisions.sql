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
