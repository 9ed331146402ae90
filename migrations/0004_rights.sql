-- What the partner's page says of its rights: the licence (a URL or a short text), and whether it
-- marks the article, or a part of it, as one for subscribers.
ALTER TABLE articles ADD COLUMN licence TEXT;
ALTER TABLE articles ADD COLUMN paywalled INTEGER NOT NULL DEFAULT 0 CHECK (paywalled IN (0, 1));
