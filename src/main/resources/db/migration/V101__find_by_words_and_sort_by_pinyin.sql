-- How Chinese officials expect names in a list: by pinyin, and numbers within them by their value (〔2018〕9号 before 〔2018〕10号). No index
-- is in this order: it may change with the version of ICU, and lists of names are short.
CREATE COLLATION chinese (provider = icu, locale = 'zh-u-co-pinyin-kn-true');

-- A text as it is searched. Width, case, spaces and what cannot be seen make no difference, nor does which kind of brackets, dashes, quotes or
-- dots was typed. Whatever a list searches and whatever is asked goes through here and nowhere else. The body is bound when the
-- function is made, so that indexes on it need no search path.
CREATE FUNCTION folded(written TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
    translate(
        lower(normalize(written, NFKC) COLLATE pg_c_utf8),
        -- brackets
            U&'\005B\007B\3010\3014\3016\3018\301A\2772\2768\276A\2774\27E6\27EE\2985'
            || U&'\005D\007D\3011\3015\3017\3019\301B\2773\2769\276B\2775\27E7\27EF\2986'
        -- title marks
            || U&'\300A\3008\00AB\2039'
            || U&'\300B\3009\00BB\203A'
        -- dashes
            || U&'\2010\2012\2013\2014\2015\2212\2043\02D7\2500'
        -- quotes
            || U&'\201C\201D\201E\201F\300C\300D\300E\300F\301D\301E\301F'
            || U&'\2018\2019\201A\201B'
        -- dots between the parts of a name
            || U&'\2022\2027\2219\22C5\30FB'
        -- spaces and what cannot be seen: they have nothing to become
            || U&'\0009\000A\000B\000C\000D\0020\0085\1680\2028\2029'
            || U&'\00AD\034F\061C\180E\200B\200C\200D\200E\200F\202A\202B\202C\202D\202E\2060\2061\2062\2063\2064\2066\2067\2068\2069\FEFF',
        repeat('(', 14) || repeat(')', 14) || repeat('<', 4) || repeat('>', 4)
            || repeat('-', 9) || repeat('"', 11) || repeat('''', 4) || repeat(U&'\00B7', 5)),
    '-{2,}', '-', 'g');

-- The single characters and the pairs of neighbours of texts as they are searched: what an index of them holds, since PostgreSQL cannot part
-- Chinese words, and words of two characters are the rule, for which indexes of three are of no use.
CREATE FUNCTION search_pairs(VARIADIC written TEXT[]) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
    WITH texts AS MATERIALIZED (SELECT folded(one.text) AS text FROM unnest(written) AS one (text))
    SELECT substr(texts.text, place, 1) FROM texts, generate_series(1, length(texts.text)) AS at (place)
     UNION
    SELECT substr(texts.text, place, 2) FROM texts, generate_series(1, length(texts.text) - 1) AS at (place));

CREATE INDEX park_by_words ON park USING gin (search_pairs(name));
CREATE INDEX eco_case_by_words ON eco_case USING gin (search_pairs(park_name, case_number));
-- The public finds notices by the parks in them, not by the numbers of their cases.
CREATE INDEX eco_case_by_words_of_park ON eco_case USING gin (search_pairs(park_name));
CREATE INDEX official_paper_by_words ON official_paper USING gin (search_pairs(title, number));
-- Cases are found by the numbers of their documents, not by the titles.
CREATE INDEX official_paper_by_words_of_number ON official_paper USING gin (search_pairs(number));
CREATE INDEX issued_paper_by_words ON issued_paper USING gin (search_pairs(number));
CREATE INDEX person_by_words ON person USING gin (search_pairs(display_name, sign_in_name));
CREATE INDEX public_notice_by_words ON public_notice USING gin (search_pairs(title));
