package cn.ecopark.park;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.ParkMergerRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.shared.Refusal;

/**
 * 园区合并: the system administrator enters that one park has become part of another. Its
 * cases, official documents and decisions stay its own and are shown with the other one;
 * its title stays as it is until officials decide.
 */
@Component
public class MergeParks {

	private final JdbcParks parks;

	private final Parks register;

	private final ParkMergers mergers;

	private final ObjectProvider<ParkCases> cases;

	private final CaseTime time;

	private final Audit audit;

	MergeParks(JdbcParks parks, Parks register, ParkMergers mergers, ObjectProvider<ParkCases> cases, CaseTime time,
			Audit audit) {
		this.parks = parks;
		this.register = register;
		this.mergers = mergers;
		this.cases = cases;
		this.time = time;
		this.audit = audit;
	}

	/** Something said of the merger cannot stand. */
	public static final class MergerWrong extends Refusal {

		private final String field;

		MergerWrong(String field, String problem) {
			super("park.merger-" + problem);
			this.field = field;
		}

		/**
		 * {@code into}, {@code on}, {@code title}, {@code reference} or {@code reason}.
		 */
		public String field() {
			return this.field;
		}

	}

	/** The park has become part of another; nothing begins for it any more. */
	public static final class ParkIsMerged extends Refusal {

		public ParkIsMerged(String park, String into) {
			super("park.is-merged", park, into);
		}

	}

	/**
	 * By what it is said, and why.
	 *
	 * @param reference the official document
	 */
	public record Grounds(String reference, String reason) {
	}

	/**
	 * @throws NotYourPark if the actor is no system administrator
	 * @throws UnknownPark if there is none of that id
	 * @throws MergerWrong if something said of it cannot stand
	 * @throws cn.ecopark.law.LegalRefusal if a case would be lost, the other park is none
	 * that goes on, or the day cannot be
	 */
	@Transactional
	public void merge(long parkId, @Nullable Long into, LocalDate on, Grounds grounds, Actor actor) {
		require(grounds, actor);
		if (into == null || this.parks.find(into).isEmpty()) {
			throw new MergerWrong("into", "into-missing");
		}
		new TreeSet<>(List.of(parkId, into)).forEach((id) -> this.parks.lock(id));
		Park park = this.register.get(parkId);
		Park other = this.register.get(into);
		if (this.mergers.of(parkId).isPresent()) {
			throw new MergerWrong("into", "already");
		}
		ParkMergerRules.theOneThatGoesOnIsThere(other.name(),
				other.id() != parkId && this.mergers.of(other.id()).isEmpty());
		ParkMergerRules.dayIsBetweenTheLastDecisionAndToday(on, lastDecision(parkId), this.time.today());
		ParkMergerRules.nothingRunsForTheOneThatEnds(park.name(),
				this.cases.stream().flatMap((known) -> known.running(park).stream()).toList());
		enter(ParkMergers.Act.MERGED,
				new ParkMerger(parkId, other.id(), on, grounds.reference(), grounds.reason(), null), actor);
	}

	/**
	 * Enters what officials have decided on the title of the one that ended; the title
	 * itself changes by its own entry, made of that decision.
	 * @throws NotYourPark if the actor is no system administrator
	 * @throws MergerWrong if something said of it cannot stand
	 */
	@Transactional
	public void titleDecided(long parkId, String words, Grounds grounds, Actor actor) {
		require(grounds, actor);
		if (words.isBlank()) {
			throw new MergerWrong("title", "missing");
		}
		ParkMerger merger = merger(parkId);
		enter(ParkMergers.Act.TITLE_DECIDED, new ParkMerger(parkId, merger.into(), merger.on(), merger.reference(),
				grounds.reason(), new ParkMerger.TitleDecided(words, grounds.reference())), actor);
	}

	/**
	 * The parks are two after all: the merger was entered wrongly.
	 * @throws NotYourPark if the actor is no system administrator
	 * @throws MergerWrong if something said of it cannot stand
	 */
	@Transactional
	public void takeBack(long parkId, Grounds grounds, Actor actor) {
		require(grounds, actor);
		ParkMerger merger = merger(parkId);
		enter(ParkMergers.Act.TAKEN_BACK,
				new ParkMerger(parkId, merger.into(), merger.on(), grounds.reference(), grounds.reason(), null), actor);
	}

	private ParkMerger merger(long parkId) {
		if (this.parks.lock(parkId).isEmpty()) {
			throw new UnknownPark(parkId);
		}
		return this.mergers.of(parkId).orElseThrow(() -> new MergerWrong("reason", "none"));
	}

	private void require(Grounds grounds, Actor actor) {
		if (!actor.has(MemberRole.SYSTEM_ADMIN)) {
			throw new NotYourPark();
		}
		if (grounds.reference().isBlank()) {
			throw new MergerWrong("reference", "missing");
		}
		if (grounds.reason().isBlank()) {
			throw new MergerWrong("reason", "missing");
		}
	}

	private void enter(ParkMergers.Act act, ParkMerger merger, Actor actor) {
		this.mergers.add(act, merger, actor.personId(), this.time.now());
		this.audit.record(Subject.ADMINISTRATION, "park.merger",
				Map.of("park", Long.toString(merger.parkId()), "into", Long.toString(merger.into()), "act", act.name(),
						"on", merger.on().toString(), "reference", merger.reference(), "reason", merger.reason()));
	}

	private @Nullable LocalDate lastDecision(long parkId) {
		return this.register.history(parkId)
			.stream()
			.map(ParkEvent::decidedOn)
			.filter(Objects::nonNull)
			.map(KnownDate::earliest)
			.max(LocalDate::compareTo)
			.orElse(null);
	}

}
