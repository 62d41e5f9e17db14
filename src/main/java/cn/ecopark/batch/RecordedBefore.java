package cn.ecopark.batch;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.expert.PanelOpinions;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.RecordRules;
import cn.ecopark.law.RecordRules.Word;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.Prerequisite;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.Urgings;

/**
 * Before a decision the words and opinions that the rule pack asks for are on record,
 * whatever way the case has come.
 */
@Component
@Order(1)
class RecordedBefore implements BatchHindrance {

	private final Opinions opinions;

	private final Urgings urgings;

	private final PanelOpinions panels;

	private final RulePacks packs;

	RecordedBefore(Opinions opinions, Urgings urgings, PanelOpinions panels, RulePacks packs) {
		this.opinions = opinions;
		this.urgings = urgings;
		this.panels = panels;
		this.packs = packs;
	}

	@Override
	public Map<String, LegalRefusal> among(String kind, Collection<EcoCase> cases) {
		Map<ReleaseId, List<EcoCase>> byRelease = cases.stream().collect(Collectors.groupingBy(EcoCase::release));
		Map<String, LegalRefusal> found = new LinkedHashMap<>();
		byRelease.forEach((release, of) -> found.putAll(lacking(this.packs.get(release), kind, of)));
		return found;
	}

	private Map<String, LegalRefusal> lacking(RulePack pack, String kind, List<EcoCase> cases) {
		List<String> ids = cases.stream().map(EcoCase::id).toList();
		Map<String, LegalRefusal> found = new LinkedHashMap<>();
		List<Prerequisite> words = of(pack, kind, Need.WORD);
		if (!words.isEmpty()) {
			Set<String> adverse = those(pack, outcome -> outcome.marks().adverse());
			Map<String, List<Spoken>> spoken = spoken(ids);
			cases.forEach(one -> words.forEach(needed -> LegalRefusal
				.of(() -> RecordRules.wordIsOnRecord(one.park().name(), needed.label(),
						words(spoken.getOrDefault(one.id(), List.of()), needed.stage()), needed.role(),
						needed.outcomes(), needed.orSilence(), adverse))
				.ifPresent(lacks -> found.putIfAbsent(one.id(), lacks))));
		}
		for (Prerequisite needed : of(pack, kind, Need.PANEL_OPINION)) {
			Map<String, String> concluded = this.panels.heldIn(ids, needed.stage());
			cases.forEach(one -> LegalRefusal
				.of(() -> RecordRules.panelHasPassedIt(one.park().name(), needed.label(), concluded.get(one.id()),
						those(pack, outcome -> outcome.marks().passes())))
				.ifPresent(lacks -> found.putIfAbsent(one.id(), lacks)));
		}
		return found;
	}

	private static List<Prerequisite> of(RulePack pack, String kind, Need need) {
		return pack.prerequisitesOf(kind).stream().filter(needed -> needed.need() == need).toList();
	}

	/** A word or a silence, and when. */
	private record Spoken(String caseId, String stage, Instant at, Word word) {
	}

	/** By case, in the order in which it was said or found unsaid. */
	private Map<String, List<Spoken>> spoken(List<String> cases) {
		Stream<Spoken> said = this.opinions.saidIn(cases)
			.stream()
			.map(one -> new Spoken(one.caseId(), one.stage(), one.at(), new Word(one.role(), one.outcome())));
		Stream<Spoken> unsaid = this.urgings.silencesIn(cases)
			.stream()
			.map(one -> new Spoken(one.caseId(), one.stage(), one.at(), new Word(one.role(), null)));
		return Stream.concat(said, unsaid)
			.sorted(Comparator.comparing(Spoken::at))
			.collect(Collectors.groupingBy(Spoken::caseId));
	}

	private static List<Word> words(List<Spoken> spoken, String stage) {
		return spoken.stream().filter(one -> one.stage().equals(stage)).map(Spoken::word).toList();
	}

	private static Set<String> those(RulePack pack, Predicate<OutcomeKind> wanted) {
		return pack.outcomes()
			.values()
			.stream()
			.filter(wanted)
			.map(OutcomeKind::code)
			.collect(Collectors.toUnmodifiableSet());
	}

}
