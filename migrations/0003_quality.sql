-- How far the last extraction can be trusted, 0 to 1; unknown for what was stored before.
ALTER TABLE articles ADD COLUMN quality REAL CHECK (quality BETWEEN 0 AND 1);
