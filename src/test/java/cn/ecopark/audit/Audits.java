package cn.ecopark.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** The audit for tests that do without Spring. */
public final class Audits {

	private Audits() {
	}

	public static Audit in(DataSource database) {
		return new AuditWorkshop(database, AuditKeys.fresh()).audit;
	}

	/**
	 * Checks all that is on record, against the seals kept outside as well.
	 * @return everything that is not as it was written
	 */
	public static List<String> faults(DataSource database, Path keys, Path seals) {
		AuditReport report = new AuditWorkshop(database, AuditKeys.open(keys, false)).check
			.verify(new AuditCheck.Demands(null, OutsideSeals.read(seals), 0));
		if (report.entries() == 0 || report.seals() == 0 || report.outside().seals() == 0) {
			throw new AssertionError("Nothing was checked: " + report);
		}
		return Stream.concat(report.faults().stream(), report.differences().stream()).map(Object::toString).toList();
	}

}
