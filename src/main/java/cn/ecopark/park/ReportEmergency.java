package cn.ecopark.park;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.EmergencyRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.shared.Refusal;

/**
 * 突发环境事件: a park or the departments of its area report, the Office notes what follows of
 * it, and all who decide on the park read it. Neither the public nor other parks do.
 */
@Component
public class ReportEmergency {

	private static final int LONGEST = 4000;

	private final Emergencies emergencies;

	private final ParkAccess access;

	private final CaseTime time;

	private final Audit audit;

	ReportEmergency(Emergencies emergencies, ParkAccess access, CaseTime time, Audit audit) {
		this.emergencies = emergencies;
		this.access = access;
		this.time = time;
		this.audit = audit;
	}

	/**
	 * What somebody says.
	 *
	 * @param level code of a level of today; empty in a note of the Office
	 */
	public record Said(Emergency.Kind kind, String level, String text, String measures) {
	}

	/**
	 * A park with reports on which nothing has been noted since.
	 *
	 * @param id of the park
	 * @param number how many emergencies there are of that kind
	 */
	public record NotNoted(long id, String name, long number) {
	}

	/** An entry that is missing or too long. */
	public static final class EmergencyEntryWrong extends Refusal {

		private final String field;

		EmergencyEntryWrong(String field, String what) {
			super("park.emergency-" + what, LONGEST);
			this.field = field;
		}

		/** {@code level}, {@code text} or {@code measures}. */
		public String field() {
			return this.field;
		}

	}

	/** There is no such emergency in that park. */
	public static final class UnknownEmergency extends Refusal {

		UnknownEmergency() {
			super("park.emergency-unknown");
		}

	}

	/** Whether the actor reads what was reported of the parks that he may read. */
	public static boolean mayRead(Actor actor) {
		UnitLevel level = actor.unitLevel();
		return actor.worksOnCases() && (level == UnitLevel.PARK || level.isOfAnArea() || level.isNational());
	}

	/** Whether the actor reports of the parks that he may read. */
	public static boolean mayReport(Actor actor) {
		return actor.worksOnCases() && (actor.unitLevel() == UnitLevel.PARK || actor.unitLevel().isOfAnArea());
	}

	/** Whether the actor notes what follows. */
	public static boolean mayNote(Actor actor) {
		return actor.worksOnCases() && actor.unitLevel() == UnitLevel.OFFICE;
	}

	/**
	 * @return what was reported of a park, the last that happened first; nothing for who
	 * may not read it
	 */
	@Transactional(readOnly = true)
	public List<Emergency> of(long parkId, Actor reader) {
		return mayRead(reader) && this.access.mayRead(reader, parkId) ? this.emergencies.of(parkId) : List.of();
	}

	/**
	 * @return what waits for a note of the reader, the longest standing first; nothing
	 * for who notes nothing
	 */
	@Transactional(readOnly = true)
	public List<NotNoted> notNoted(Actor reader) {
		return mayNote(reader) ? this.emergencies.notNoted() : List.of();
	}

	/**
	 * 初报.
	 * @param occurredAt when it happened
	 * @throws NotYourPark if the actor may not read the park
	 * @throws EmergencyEntryWrong if something is missing or too long
	 * @throws cn.ecopark.law.LegalRefusal if the actor does not report, or it has not
	 * happened yet, or long before there were such reports
	 */
	@Transactional
	public void first(long parkId, Instant occurredAt, Said said, Actor actor) {
		Instant now = this.time.now();
		Emergency.Report report = report(parkId, said, now, actor);
		EmergencyRules.hasHappened(occurredAt, now);
		EmergencyRules.isNotFromBeforeSuchReports(LocalDate.ofInstant(occurredAt, CaseTime.ZONE),
				EmergencyLevel.first());
		long id = this.emergencies.add(parkId, occurredAt);
		keep(parkId, id, report);
	}

	/**
	 * 续报、处理结果报告, and what the Office notes.
	 * @throws UnknownEmergency if there is none of that number in the park
	 * @throws cn.ecopark.shared.Refusal as {@link #first}
	 */
	@Transactional
	public void further(long parkId, long emergencyId, Said said, Actor actor) {
		Emergency.Report report = report(parkId, said, this.time.now(), actor);
		if (this.emergencies.find(parkId, emergencyId).isEmpty()) {
			throw new UnknownEmergency();
		}
		keep(parkId, emergencyId, report);
	}

	private Emergency.Report report(long parkId, Said said, Instant now, Actor actor) {
		this.access.read(actor, parkId);
		boolean note = said.kind() == Emergency.Kind.NOTE;
		if (note) {
			EmergencyRules.onlyTheOfficeNotes(mayNote(actor));
		}
		else {
			EmergencyRules.onlyThoseConcernedReport(mayReport(actor) && actor.unitLevel() == UnitLevel.PARK,
					mayReport(actor) && actor.unitLevel().isOfAnArea());
		}
		filled("text", said.text());
		if (said.measures().length() > LONGEST) {
			throw new EmergencyEntryWrong("measures", "too-long");
		}
		return new Emergency.Report(said.kind(), note ? null : level(said.level()), said.text(),
				note ? "" : said.measures(), actor.personId(), actor.unitId(), now);
	}

	private static void filled(String field, String text) {
		if (text.isBlank()) {
			throw new EmergencyEntryWrong(field, "missing");
		}
		if (text.length() > LONGEST) {
			throw new EmergencyEntryWrong(field, "too-long");
		}
	}

	private @Nullable String level(String code) {
		return EmergencyLevel.on(this.time.today())
			.stream()
			.map(EmergencyLevel::code)
			.filter(code::equals)
			.findFirst()
			.orElseThrow(() -> new EmergencyEntryWrong("level", "missing"));
	}

	private void keep(long parkId, long emergencyId, Emergency.Report report) {
		this.emergencies.report(parkId, emergencyId, report);
		this.audit.record(Subject.ADMINISTRATION, "park.emergency", Map.of("park", Long.toString(parkId), "emergency",
				Long.toString(emergencyId), "kind", report.kind().name()));
	}

}
