package cn.ecopark.law;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 突发环境事件: who reports what, and when. 突发环境事件信息报告办法 12: a first report, further ones, and
 * one on how it was dealt with.
 */
public final class EmergencyRules {

	/** Name of the input of the moment. */
	public static final String OCCURRED = "occurred";

	private EmergencyRules() {
	}

	/** The park itself and the departments of its area report; 突发环境事件信息报告办法 3. */
	public static void onlyThoseConcernedReport(boolean ofThePark, boolean ofItsArea) {
		if (!ofThePark && !ofItsArea) {
			throw LegalRefusal.ofProcedure("emergency-not-yours");
		}
	}

	/** What follows for the park's title is noted by the body that keeps the scheme. */
	public static void onlyTheOfficeNotes(boolean office) {
		if (!office) {
			throw LegalRefusal.ofProcedure("emergency-note-not-yours");
		}
	}

	/** What is reported has happened. */
	public static void hasHappened(Instant occurred, Instant now) {
		if (occurred.isAfter(now)) {
			throw LegalRefusal.atField("emergency-to-come", OCCURRED);
		}
	}

	/**
	 * An earlier day is a slip of the pen: such reports have been due from that day on.
	 */
	public static void isNotFromBeforeSuchReports(LocalDate occurred, LocalDate first) {
		if (occurred.isBefore(first)) {
			throw LegalRefusal.atField("emergency-too-early", OCCURRED, first.toString());
		}
	}

}
