-- What the bodies are asked about: the digest of the text laid before them. Empty as long as nothing was drafted, and for batches drafted
-- before texts were recorded.
ALTER TABLE batch ADD COLUMN text_digest TEXT NOT NULL DEFAULT '';
-- The day of the decision: its bodies are those of that day. Unknown as long as nothing is issued.
ALTER TABLE batch ADD COLUMN decided_on DATE;
UPDATE batch SET decided_on = issued_paper.issued_on FROM issued_paper WHERE issued_paper.batch_id = batch.id;
UPDATE batch SET decided_on = (composed_at AT TIME ZONE 'Asia/Shanghai')::date WHERE state = 'CLOSED' AND decided_on IS NULL;

-- A ballot is about one text; deputy: signed 代, by a deputy of the body's head.
ALTER TABLE ballot ADD COLUMN text_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE ballot ADD COLUMN deputy BOOLEAN NOT NULL DEFAULT FALSE;

-- Each park of a batch has the standard of its own type.
ALTER TABLE batch_item ADD COLUMN standard TEXT;
UPDATE batch_item SET standard = issued_paper.standard FROM issued_paper WHERE issued_paper.batch_id = batch_item.batch_id;
ALTER TABLE issued_paper DROP COLUMN standard;
