-- Every page asks whether something was done to the account of whoever reads it: nodes keep for whom there is something to tell.
CREATE TRIGGER tell_change AFTER INSERT ON person_change FOR EACH STATEMENT EXECUTE FUNCTION tell_change('ACCOUNTS');
CREATE TRIGGER tell_change AFTER UPDATE OF seen_change ON person FOR EACH STATEMENT EXECUTE FUNCTION tell_change('ACCOUNTS');
