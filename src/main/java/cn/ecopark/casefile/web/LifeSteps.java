package cn.ecopark.casefile.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.Term;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.StageHistory;
import cn.ecopark.casefile.Whereabouts;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.ParkPacks;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.LifeStep;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.Words;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/**
 * The nine steps in the life of a park: when each was done, how far the present one is,
 * who does those to come.
 */
@Component
public class LifeSteps {

	private final RulePacks packs;

	private final Cases cases;

	private final Parks parks;

	private final StageHistory stages;

	private final Whereabouts whereabouts;

	private final PlaceWords places;

	private final CaseWords words;

	private final Texts texts;

	LifeSteps(RulePacks packs, Cases cases, Parks parks, StageHistory stages, Whereabouts whereabouts,
			PlaceWords places, CaseWords words, Texts texts) {
		this.packs = packs;
		this.cases = cases;
		this.parks = parks;
		this.stages = stages;
		this.whereabouts = whereabouts;
		this.places = places;
		this.words = words;
		this.texts = texts;
	}

	/**
	 * @return the strip without dates; empty for a stage that is none of its steps, such
	 * as those of a recheck
	 */
	public List<Step> steps(ReleaseId release, @Nullable String stage, Locale locale) {
		RulePack pack = this.packs.get(release);
		int present = position(pack.life(), stage);
		return present < 0 ? List.of() : strip(pack, present, locale, index -> null);
	}

	/**
	 * @return the strip as it stands for the case of that id
	 */
	public List<Step> ofCase(String caseId, Locale locale) {
		return steps(this.cases.get(caseId), locale);
	}

	/**
	 * @return the strip as it stands for the case; empty for a recheck, which is none of
	 * its steps
	 */
	public List<Step> steps(EcoCase ecoCase, Locale locale) {
		RulePack pack = this.packs.get(ecoCase.release());
		int present = position(pack, ecoCase.kind(), ecoCase.stage());
		if (present < 0) {
			present = this.stages.ofPark(ecoCase.park().id())
				.stream()
				.filter(entry -> entry.caseId().equals(ecoCase.id()))
				.mapToInt(entry -> position(pack, ecoCase.kind(), entry.stage()))
				.filter(position -> position >= 0)
				.reduce(-1, (earlier, later) -> later);
		}
		if (ecoCase.isOpen()) {
			return dated(ecoCase.park().id(), pack, present, now(this.whereabouts.of(ecoCase.id()), locale), locale);
		}
		Tag ended = this.words.outcome(String.valueOf(ecoCase.result()), pack, locale);
		return dated(ecoCase.park().id(), pack, present >= 0 && ended.tone() == Tone.GOOD ? present + 1 : present,
				ended.label(), locale);
	}

	/**
	 * @return the strip of the park by the pack under which it has its status, with its
	 * open case where the reader may know of one
	 */
	public List<Step> ofPark(Park park, @Nullable EcoCase open, ParkPacks.InForce inForce, Locale locale) {
		List<Step> ofOpen = open == null ? List.of() : steps(open, locale);
		if (!ofOpen.isEmpty()) {
			return ofOpen;
		}
		// One that was decided on before all packs goes on by the first.
		RulePack pack = inForce.of(park).orElseGet(() -> inForce.all().get(0));
		return switch (park.lifeStatus()) {
			case PROSPECT -> strip(pack, -1, locale, index -> future(pack, index, locale));
			case UNDER_CONSTRUCTION, NAMED ->
				dated(park.id(), pack, after(pack.life(), park.lifeStatus()), null, locale);
			case REVOKED, REMOVED -> List.of();
		};
	}

	/** What is said below a step. */
	private interface Notes {

		@Nullable String of(int index);

	}

	/**
	 * @param now what is said of the present step
	 */
	private List<Step> dated(long parkId, RulePack pack, int present, @Nullable String now, Locale locale) {
		if (present < 0) {
			return List.of();
		}
		List<StageHistory.Entry> entries = this.stages.ofPark(parkId)
			.stream()
			.filter(entry -> position(pack, entry.kind(), entry.stage()) >= 0)
			.toList();
		List<ParkEvent> events = this.parks.history(parkId);
		return strip(pack, present, locale, index -> index < present ? done(index, pack, entries, events, locale)
				: index == present ? under(pack.life(), index, now, events, locale) : future(pack, index, locale));
	}

	private static List<Step> strip(RulePack pack, int present, Locale locale, Notes notes) {
		List<Step> steps = new ArrayList<>();
		for (int index = 0; index < pack.life().size(); index++) {
			LifeStep step = pack.life().get(index);
			steps.add(new Step(Texts.english(locale) ? step.englishLabel() : step.label(), notes.of(index),
					index < present ? Step.State.DONE : index == present ? Step.State.PRESENT : Step.State.FUTURE));
		}
		return steps;
	}

	/**
	 * Joint decisions bear the date of their document; other steps were done when the
	 * next was begun.
	 */
	private @Nullable String done(int index, RulePack pack, List<StageHistory.Entry> entries, List<ParkEvent> events,
			Locale locale) {
		String gives = pack.life().get(index).gives();
		if (gives != null) {
			return decided(events, LifeStatus.valueOf(gives), locale);
		}
		Instant left = null;
		boolean inside = false;
		for (StageHistory.Entry entry : entries) {
			int at = position(pack.life(), entry.stage());
			if (at == index) {
				inside = true;
			}
			else if (at > index && inside) {
				left = entry.at();
				inside = false;
			}
		}
		return left == null ? null : this.words.date(KnownDate.of(LocalDate.ofInstant(left, CaseTime.ZONE)), locale);
	}

	/** What nobody carries out goes on since the step before gave the park its status. */
	private @Nullable String under(List<LifeStep> life, int index, @Nullable String now, List<ParkEvent> events,
			Locale locale) {
		String given = index == 0 ? null : life.get(index - 1).gives();
		if (life.get(index).drawn() || given == null) {
			return now;
		}
		String since = decided(events, LifeStatus.valueOf(given), locale);
		return since == null ? null : this.texts.in(locale, "casefile.step.since", since);
	}

	private @Nullable String now(List<CaseWhereabouts.Place> places, Locale locale) {
		if (places.isEmpty()) {
			return null;
		}
		String name = this.texts.in(locale, places.get(0).step());
		String progress = this.places.progress(places, locale);
		return progress.isEmpty() ? name : name + " " + progress;
	}

	private @Nullable String future(RulePack pack, int index, Locale locale) {
		LifeStep step = pack.life().get(index);
		String limit = step.limit();
		Words doneBy = step.doneBy();
		return limit != null ? words(pack.limit(limit).term(), locale) : doneBy == null ? null : doneBy.in(locale);
	}

	private String words(Term term, Locale locale) {
		return this.texts.in(locale, term.messageKey(), term.amount());
	}

	private @Nullable String decided(List<ParkEvent> events, LifeStatus status, Locale locale) {
		KnownDate on = events.stream()
			.filter(event -> event.makesIt(status))
			.map(ParkEvent::decidedOn)
			.reduce(null, (earlier, later) -> later);
		return on == null ? null : this.words.date(on, locale);
	}

	/** Where a park is whose status was given by a step: at the next one. */
	private static int after(List<LifeStep> life, LifeStatus status) {
		for (int index = 0; index < life.size(); index++) {
			if (status.name().equals(life.get(index).gives())) {
				return index + 1;
			}
		}
		return -1;
	}

	/**
	 * @return where the stage stands in the life of the park; -1 where a case of that
	 * kind goes through it once more, as when experts look at a plan again: a park that
	 * may begin such a case has that step behind it
	 */
	private static int position(RulePack pack, @Nullable String kind, @Nullable String stage) {
		int position = position(pack.life(), stage);
		Set<String> begins = pack.findKindOfCase(String.valueOf(kind)).map(KindOfCase::mayStartIn).orElse(Set.of());
		return begins.stream().anyMatch(status -> position < after(pack.life(), LifeStatus.valueOf(status))) ? -1
				: position;
	}

	private static int position(List<LifeStep> life, @Nullable String stage) {
		for (int index = 0; index < life.size(); index++) {
			if (life.get(index).stage().equals(stage)) {
				return index;
			}
		}
		return -1;
	}

}
