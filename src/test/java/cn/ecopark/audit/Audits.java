package cn.ecopark.audit;

import javax.sql.DataSource;

/** The audit for tests that do without Spring. */
public final class Audits {

	private Audits() {
	}

	public static Audit in(DataSource database) {
		return new AuditWorkshop(database, AuditKeys.fresh()).audit;
	}

}
