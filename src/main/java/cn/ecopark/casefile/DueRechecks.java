package cn.ecopark.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseRefusals.NotTheOffice;
import cn.ecopark.law.RecheckBeginsOnlyWhenDue;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkMergers;
import cn.ecopark.park.ParkScope;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.Refusal;

/**
 * 复查轮次: the parks whose recheck falls due this year or may begin already, or of which
 * nobody knows when it falls due, and the beginning of theirs.
 */
@Component
public class DueRechecks {

	private static final int PAGE = 200;

	private final Parks parks;

	private final Cases cases;

	private final OpenCase openCase;

	private final CaseTime time;

	private final RulePacks packs;

	private final ParkMergers mergers;

	DueRechecks(Parks parks, Cases cases, OpenCase openCase, CaseTime time, RulePacks packs, ParkMergers mergers) {
		this.mergers = mergers;
		this.parks = parks;
		this.cases = cases;
		this.openCase = openCase;
		this.time = time;
		this.packs = packs;
	}

	/**
	 * A park to be rechecked.
	 *
	 * @param busy while a case of it is open
	 * @param early while the recheck may not begin yet
	 */
	public record DueRecheck(Park park, boolean busy, boolean early) {
	}

	/**
	 * What became of a round: names of the parks, and why the others were left out, by
	 * name.
	 */
	public record Begun(List<Park> begun, List<LeftOut> leftOut) {
	}

	/** A park whose recheck could not begin. */
	public record LeftOut(Park park, Refusal reason) {
	}

	/**
	 * @return the parks, those due first at the top and those without a date at the end
	 * @throws NotTheOffice when the actor is not of the Office
	 */
	public List<DueRecheck> of(Actor actor) {
		requireOffice(actor);
		LocalDate today = this.time.today();
		LocalDate endOfYear = LocalDate.of(today.getYear(), 12, 31);
		int lead = this.packs.inForceOn(today).setting("recheckLeadMonths").number();
		List<Park> due = named().stream()
			.filter(park -> park.recheckDueOn() == null || !park.recheckDueOn().isAfter(endOfYear)
					|| !isEarly(park, lead, today))
			.sorted(Comparator.comparing(Park::recheckDueOn, Comparator.nullsLast(Comparator.naturalOrder()))
				.thenComparing(Park::id))
			.toList();
		Set<Long> busy = this.cases.ofParks(due.stream().map(Park::id).toList(), actor)
			.stream()
			.filter(EcoCase::isOpen)
			.map(open -> open.park().id())
			.collect(Collectors.toSet());
		return due.stream()
			.map(park -> new DueRecheck(park, busy.contains(park.id()), isEarly(park, lead, today)))
			.toList();
	}

	private static boolean isEarly(Park park, int lead, LocalDate today) {
		LocalDate dueOn = park.recheckDueOn();
		return dueOn != null && today.isBefore(RecheckBeginsOnlyWhenDue.earliest(dueOn, lead));
	}

	/**
	 * Begins a recheck of each of those parks, each on its own: one that cannot begin
	 * holds up no other.
	 * @throws NotTheOffice when the actor is not of the Office
	 * @throws CaseRefusals.NothingChosen when there is no park
	 */
	public Begun begin(Collection<Long> parkIds, Actor actor) {
		requireOffice(actor);
		if (parkIds.isEmpty()) {
			throw new CaseRefusals.NothingChosen();
		}
		KindOfCase kind = kind();
		List<Park> begun = new ArrayList<>();
		List<LeftOut> leftOut = new ArrayList<>();
		for (Long parkId : new TreeSet<>(parkIds)) {
			Park park = this.parks.get(parkId);
			try {
				this.openCase.open(kind.process(), parkId, actor);
				begun.add(park);
			}
			catch (Refusal refusal) {
				leftOut.add(new LeftOut(park, refusal));
			}
		}
		return new Begun(begun, leftOut);
	}

	/**
	 * @return the procedure that comes round by the pack in force today
	 */
	public KindOfCase kind() {
		return this.packs.inForceOn(this.time.today()).periodicKind();
	}

	public static boolean isOffice(Actor actor) {
		return actor.unitLevel() == UnitLevel.OFFICE && actor.worksOnCases();
	}

	private static void requireOffice(Actor actor) {
		if (!isOffice(actor)) {
			throw new NotTheOffice();
		}
	}

	/** A park that has become part of another is rechecked no more on its own. */
	private List<Park> named() {
		List<Park> named = new ArrayList<>();
		ListPage<Park, Long> page = this.parks.search(search(Cursor.start()));
		named.addAll(page.rows());
		Long next = page.next();
		while (next != null) {
			page = this.parks.search(search(Cursor.after(next)));
			named.addAll(page.rows());
			next = page.next();
		}
		Set<Long> merged = this.mergers.of(named.stream().map(Park::id).toList()).keySet();
		named.removeIf(park -> merged.contains(park.id()));
		return named;
	}

	private static ParkSearch search(Cursor<Long> cursor) {
		return new ParkSearch(null, null, null, LifeStatus.NAMED, ParkScope.ALL, cursor, PAGE);
	}

}
