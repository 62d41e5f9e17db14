-- A rectification for which nobody named working days lasts as long as the limit of its pack, which may be months.
ALTER TABLE rectification ALTER COLUMN days DROP NOT NULL;
