-- An object is made before the transaction that keeps it, and removed after the one that forgets it; under a name of its own nobody who
-- keeps the same content meanwhile is concerned. Those kept before are under their digest alone.
ALTER TABLE content ADD COLUMN object TEXT;
-- The digest of what has arrived, once all that takes long is done with it.
ALTER TABLE content_arrival ADD COLUMN sha256 TEXT;
