package cn.ecopark.calendar;

import java.util.List;

import java.time.Instant;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import cn.ecopark.shared.Installation;

/** Case time for tests that do without Spring. */
public final class CaseTimes {

	private static final Installation PRODUCTION = new Installation(false, null, List.of(), "");

	private CaseTimes() {
	}

	public static CaseTime ofTheSystem(DataSource database) {
		return caseTime(database, false);
	}

	public static CaseTime movable(DataSource database) {
		return caseTime(database, true);
	}

	/**
	 * Lets the cases of a test begin at that moment, wherever other tests that share its
	 * database have come to.
	 */
	public static void begin(JdbcClient jdbc, CaseTime time, Instant moment) {
		jdbc.sql("DELETE FROM case_time").update();
		time.beginAt(moment);
	}

	private static CaseTime caseTime(DataSource database, boolean movable) {
		CaseTimeAnchors anchors = new CaseTimeAnchors(JdbcClient.create(database),
				new JdbcTransactionManager(database));
		return new CaseTime(anchors, (event) -> {
		}, new CaseTimeSettings(movable), PRODUCTION);
	}

}
