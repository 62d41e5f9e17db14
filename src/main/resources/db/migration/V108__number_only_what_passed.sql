-- A file that was refused is no version of its document: its number goes to the next one.
ALTER TABLE document_version ALTER COLUMN number DROP NOT NULL;
ALTER TABLE document_version ADD CONSTRAINT document_version_numbered CHECK (number IS NOT NULL OR state = 'REFUSED');
