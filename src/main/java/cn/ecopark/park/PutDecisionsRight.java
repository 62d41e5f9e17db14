package cn.ecopark.park;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.RegisterEntryRules;
import cn.ecopark.shared.Refusal;

/**
 * Undoes and corrects entries on parks that are wrong. The wrong entry stays, marked with
 * the reason; the park becomes what it is by those that hold.
 */
@Component
@Transactional
public class PutDecisionsRight {

	/** Where the date of an entry is typed. */
	public static final String DATE = "date";

	private static final String STATUS = "status";

	private static final int LONGEST_REASON = 200;

	private final JdbcParks parks;

	private final ObjectProvider<ParkCases> cases;

	private final Audit audit;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	PutDecisionsRight(JdbcParks parks, ObjectProvider<ParkCases> cases, Audit audit, CaseTime time,
			ApplicationEventPublisher events) {
		this.parks = parks;
		this.cases = cases;
		this.audit = audit;
		this.time = time;
		this.events = events;
	}

	/** An entry is put right with a reason of 2 to 200 characters. */
	public static final class EntryReasonMissing extends Refusal {

		EntryReasonMissing() {
			super("park.reason-missing");
		}

	}

	/**
	 * There is no such entry that holds, or it states an issued document and is put right
	 * with that.
	 */
	public static final class NotAnEntry extends Refusal {

		NotAnEntry() {
			super("park.not-an-entry");
		}

	}

	/**
	 * @return the entry that holds and cites that document
	 */
	@Transactional(readOnly = true)
	public Optional<RecordedDecision> citing(long parkId, String documentNumber) {
		return holding(parkId).stream()
			.filter((decision) -> documentNumber.equals(decision.event().documentNumber()))
			.findFirst();
	}

	/**
	 * @return the entry of the paper past
	 * @throws NotAnEntry if there is no such entry of the paper past that holds
	 */
	@Transactional(readOnly = true)
	public RecordedDecision past(long parkId, long entry) {
		return holding(parkId).stream()
			.filter((one) -> one.id() == entry && one.event().paperPast())
			.findFirst()
			.orElseThrow(NotAnEntry::new);
	}

	/**
	 * @return what the park was before that entry
	 * @throws UnknownPark if there is none of that id
	 */
	@Transactional(readOnly = true)
	public Park before(long parkId, long entry) {
		Park park = this.parks.find(parkId).orElseThrow(() -> new UnknownPark(parkId));
		List<RecordedDecision> holding = holding(parkId);
		return ParkAsDecided.by(park, holding.subList(0, place(holding, entry)));
	}

	/**
	 * Undoes an entry of the paper past.
	 * @throws NotAnEntry if there is no such entry of the paper past that holds
	 * @throws EntryReasonMissing without a reason
	 * @throws cn.ecopark.law.LegalRefusal if something rests on it
	 */
	public Park undoPast(long parkId, long entry, String reason) {
		past(parkId, entry);
		return undo(parkId, entry, reason);
	}

	/**
	 * Puts another entry of the paper past in the place of one.
	 * @throws NotAnEntry if there is no such entry of the paper past that holds
	 * @throws EntryReasonMissing without a reason
	 * @throws ParkStatusForbids if the decision before cannot have been followed by it
	 * @throws cn.ecopark.law.LegalRefusal if a later entry could not rest on it
	 */
	public Park correctPast(long parkId, long entry, PastDecision past, String reason) {
		past(parkId, entry);
		Park before = before(parkId, entry);
		if (!before.lifeStatus().next().contains(past.lifeStatus())) {
			throw new ParkStatusForbids(before, past.lifeStatus());
		}
		return replace(parkId, entry, past.toEvent(),
				past.lifeStatus() == LifeStatus.NAMED ? past.recheckDueOn() : null, reason);
	}

	/**
	 * Undoes an entry, whatever it states.
	 * @throws NotAnEntry if there is no such entry that holds
	 * @throws EntryReasonMissing without a reason
	 * @throws cn.ecopark.law.LegalRefusal if something rests on it
	 */
	public Park undo(long parkId, long entry, String reason) {
		Park park = locked(parkId);
		String why = reason(reason);
		requireUndoable(park, entry);
		this.parks.putAside(entry, why, null, this.time.now());
		this.audit.record(Subject.ADMINISTRATION, "park.decision-undone",
				Map.of("park", Long.toString(parkId), "entry", Long.toString(entry), "reason", why));
		return asDecided(park);
	}

	/**
	 * @throws NotAnEntry if there is no such entry that holds
	 * @throws cn.ecopark.law.LegalRefusal if a later decision or an open case rests on it
	 */
	@Transactional(readOnly = true)
	public void requireUndoable(long parkId, long entry) {
		requireUndoable(this.parks.find(parkId).orElseThrow(() -> new UnknownPark(parkId)), entry);
	}

	private void requireUndoable(Park park, long entry) {
		List<RecordedDecision> holding = holding(park.id());
		int at = place(holding, entry);
		RegisterEntryRules.onlyTheLastIsUndone(park.name(),
				at + 1 < holding.size() ? name(holding.get(at + 1).event()) : null);
		RegisterEntryRules.nothingIsUnderWay(park.name(),
				this.cases.stream().flatMap((known) -> known.openCase(park).stream()).findFirst().orElse(null));
	}

	/**
	 * Puts an entry in the place of one that was wrong.
	 * @param dueAfter when the next recheck falls due by it; null where none does
	 * @throws NotAnEntry if there is no such entry that holds
	 * @throws EntryReasonMissing without a reason
	 * @throws cn.ecopark.law.LegalRefusal if the decisions would no longer follow from
	 * each other
	 */
	public Park replace(long parkId, long entry, ParkEvent by, @Nullable LocalDate dueAfter, String reason) {
		Park park = locked(parkId);
		String why = reason(reason);
		requireInOrder(parkId, entry, by);
		long corrected = this.parks.insert(parkId, by, dueAfter, entry);
		this.parks.putAside(entry, why, corrected, this.time.now());
		this.audit.record(Subject.ADMINISTRATION, "park.decision-corrected", Map.of("park", Long.toString(parkId),
				"entry", Long.toString(entry), "by", Long.toString(corrected), "reason", why));
		return asDecided(park);
	}

	/**
	 * @throws NotAnEntry if there is no such entry that holds
	 * @throws cn.ecopark.law.LegalRefusal if the decisions would no longer follow from
	 * each other
	 */
	@Transactional(readOnly = true)
	public void requireInOrder(long parkId, long entry, ParkEvent by) {
		List<RecordedDecision> holding = holding(parkId);
		int at = place(holding, entry);
		boolean last = at + 1 == holding.size();
		RegisterEntryRules.sameStandingUnlessLast(STATUS, holding.get(at).event().lifeStatus() == by.lifeStatus(),
				last);
		KnownDate on = by.decidedOn();
		if (on != null) {
			RegisterEntryRules.dateKeepsTheOrder(DATE, on.earliest(), at == 0 ? null : day(holding.get(at - 1)),
					last ? null : day(holding.get(at + 1)));
		}
	}

	private List<RecordedDecision> holding(long parkId) {
		return this.parks.record(parkId).stream().filter(RecordedDecision::holds).toList();
	}

	private static int place(List<RecordedDecision> holding, long entry) {
		for (int at = 0; at < holding.size(); at++) {
			if (holding.get(at).id() == entry) {
				return at;
			}
		}
		throw new NotAnEntry();
	}

	private static @Nullable LocalDate day(RecordedDecision decision) {
		KnownDate on = decision.event().decidedOn();
		return on == null ? null : on.earliest();
	}

	private static String name(ParkEvent event) {
		KnownDate on = event.decidedOn();
		String number = event.documentNumber();
		return number != null ? number : on != null ? on.text() : event.lifeStatus().name();
	}

	private Park locked(long parkId) {
		return this.parks.lock(parkId).orElseThrow(() -> new UnknownPark(parkId));
	}

	private Park asDecided(Park park) {
		Park now = ParkAsDecided.by(park, holding(park.id()));
		this.parks.update(now);
		this.events.publishEvent(new ParkChanged(park.id(), now.lifeStatus()));
		return this.parks.find(park.id()).orElseThrow();
	}

	private static String reason(String text) {
		String reason = text.strip();
		if (reason.length() < 2 || reason.length() > LONGEST_REASON) {
			throw new EntryReasonMissing();
		}
		return reason;
	}

}
