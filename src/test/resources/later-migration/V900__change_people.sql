-- What a later version might do to a table that is attested.
ALTER TABLE person ADD COLUMN deputy BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE person ADD COLUMN nick_name TEXT;
UPDATE person SET display_name = '李四四' WHERE sign_in_name = 'li.si';
