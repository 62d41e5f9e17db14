-- Tables that came after the attestation are attested like the others; the arguments are those of V30 and of the code.
DO $$
DECLARE
    attested RECORD;
BEGIN
    FOR attested IN SELECT * FROM (VALUES
        ('panel_vote', 'panel', 'panel_id', 'id', '', ''),
        ('panel_conclusion', 'panel', 'panel_id', 'id', '', ''),
        ('panel_signature', 'conclusion', 'conclusion_id', 'id', '', ''),
        ('step_run', 'dossier', 'dossier_id', 'id', '', '')
    ) AS t (name, chain, chain_column, key_columns, left_out, by_digest) LOOP
        EXECUTE format('CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION attest_row(%L, %L, %L, %L, %L)',
                       attested.name, attested.chain, attested.chain_column, attested.key_columns, attested.left_out, attested.by_digest);
        EXECUTE format('CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied()',
                       attested.name);
    END LOOP;
END
$$;
