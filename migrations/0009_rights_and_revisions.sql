-- What a partner's page asks of whoever shows it to others, and how articles changed.

-- Its robots directives, as a JSON list: see src/articles/robots-directives.ts.
ALTER TABLE articles ADD COLUMN robots TEXT NOT NULL DEFAULT '[]';
-- Until when machines may be led to our page of it; empty: never.
ALTER TABLE articles ADD COLUMN indexable_until TEXT NOT NULL DEFAULT '9999';
