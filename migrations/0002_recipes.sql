-- How a partner's pages are read, laid over the generic rules, as JSON. Null: by those alone.
ALTER TABLE partners ADD COLUMN recipe TEXT;
-- One more for every change of it: what a page was read by is known to whoever reads it meanwhile.
ALTER TABLE partners ADD COLUMN recipe_revision INTEGER NOT NULL DEFAULT 0;
-- The selectors of the recipe that gave nothing on the page, as a JSON list. Null: it was not read by one.
ALTER TABLE run_pages ADD COLUMN missed TEXT;
