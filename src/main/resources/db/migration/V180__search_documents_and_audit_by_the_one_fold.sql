-- What documents are searched by is folded like everything else that is searched: kinds of brackets, dashes, quotes and dots are alike. The
-- comparison of versions still tells them apart, so "normal" stays as it is, but for two dashes that a font has drawn as one sign. The index holds characters and pairs
-- of folded(normal).
UPDATE document_page SET normal = replace(normal, U&'\2E3A', U&'\2014\2014') WHERE strpos(normal, U&'\2E3A') > 0;

UPDATE document_page SET bigrams = array_to_tsvector(grams.of_page)
  FROM (SELECT page.sha256, page.number, array_agg(DISTINCT gram.text) AS of_page
          FROM document_page page,
               LATERAL (SELECT one.character, lead(one.character) OVER (ORDER BY one.place) AS next
                          FROM unnest(string_to_array(folded(page.normal), NULL)) WITH ORDINALITY AS one (character, place)) AS neighbours,
               LATERAL (VALUES (neighbours.character), (neighbours.character || neighbours.next)) AS gram (text)
         WHERE gram.text IS NOT NULL AND folded(page.normal) <> page.normal
         GROUP BY page.sha256, page.number) AS grams
 WHERE document_page.sha256 = grams.sha256 AND document_page.number = grams.number;

COMMENT ON COLUMN document_page.normal IS 'without differences of width, case and white space';
COMMENT ON COLUMN document_page.bigrams IS 'single characters and pairs of neighbours of folded(normal)';

-- The names under which anybody has acted are few: they are looked through by stepping from one to the next, and entries are found by them.
CREATE INDEX audit_entry_by_name ON audit_entry (person_name);
