-- What nodes keep in memory they are told of when it is changed: by the database, after the commit, each of them at once. Tables that change
-- once in a while tell every change; those that every step of a case changes tell only what a published notice shows.
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('ecopark_change', TG_ARGV[0]);
  RETURN NULL;
END $$;

CREATE FUNCTION tell_change_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM batch_item i JOIN public_notice n ON n.batch_id = i.batch_id
              WHERE i.case_id = to_jsonb(NEW) ->> TG_ARGV[0] AND n.state <> 'DRAFT') THEN
    PERFORM pg_notify('ecopark_change', 'NOTICES');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON calendar_version FOR EACH STATEMENT EXECUTE FUNCTION tell_change('CALENDAR');

CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON unit FOR EACH STATEMENT EXECUTE FUNCTION tell_change('UNITS');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON unit_name FOR EACH STATEMENT EXECUTE FUNCTION tell_change('UNITS');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON unit_kind FOR EACH STATEMENT EXECUTE FUNCTION tell_change('UNITS');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON province FOR EACH STATEMENT EXECUTE FUNCTION tell_change('UNITS');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON city FOR EACH STATEMENT EXECUTE FUNCTION tell_change('UNITS');

CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON regime_title FOR EACH STATEMENT EXECUTE FUNCTION tell_change('REFERENCE');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON pack_release FOR EACH STATEMENT EXECUTE FUNCTION tell_change('REFERENCE');

CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE ON public_notice FOR EACH STATEMENT EXECUTE FUNCTION tell_change('NOTICES');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE ON batch_item FOR EACH ROW EXECUTE FUNCTION tell_change_of_case('case_id');
CREATE TRIGGER tell_change AFTER INSERT ON meeting FOR EACH ROW EXECUTE FUNCTION tell_change_of_case('case_id');
CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OF state ON document_version FOR EACH ROW EXECUTE FUNCTION tell_change_of_case('dossier_id');
CREATE TRIGGER tell_change AFTER UPDATE OF park_id, park_name, park_kind, province_code, case_number ON eco_case
  FOR EACH ROW EXECUTE FUNCTION tell_change_of_case('id');
