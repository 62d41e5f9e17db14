package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.casefile.Whereabouts;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.Role.Resolve;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.OpinionLine;
import cn.ecopark.web.view.Party;

/** The parties of a case: who acted for each, and with whom it lies now. */
@Component
class PartyViews {

	private final CaseParties parties;

	private final Whereabouts whereabouts;

	private final Units units;

	private final People people;

	private final CaseWords words;

	private final Texts texts;

	private final ReferenceData reference;

	PartyViews(CaseParties parties, Whereabouts whereabouts, Units units, People people, CaseWords words, Texts texts,
			ReferenceData reference) {
		this.reference = reference;
		this.parties = parties;
		this.whereabouts = whereabouts;
		this.units = units;
		this.people = people;
		this.words = words;
		this.texts = texts;
	}

	/**
	 * @param opinions those the reader may see, from which it is known who acted
	 */
	List<Party> of(String caseId, List<OpinionLine> opinions, RulePack pack, Locale locale) {
		List<CaseWhereabouts.Place> places = this.whereabouts.of(caseId);
		LocalDate today = this.words.today();
		Map<String, Set<String>> unitsOfRoles = new LinkedHashMap<>();
		Set<Long> experts = new LinkedHashSet<>();
		List<Long> leaders = new ArrayList<>();
		String leader = pack.role(Resolve.LEADER).code();
		for (CaseParties.Party party : this.parties.of(caseId)) {
			if (party.unitId() != null) {
				unitsOfRoles.computeIfAbsent(party.role(), role -> new LinkedHashSet<>()).add(party.unitId());
			}
			else if (party.personId() != null && party.role().equals(leader)) {
				leaders.add(party.personId());
			}
			else if (party.personId() != null) {
				experts.add(party.personId());
			}
		}
		unitsOfRoles.putIfAbsent(pack.role(Resolve.KIND).code(), Set.of(Units.OFFICE));
		unitsOfRoles.putIfAbsent(pack.role(Resolve.DECISION).code(),
				new LinkedHashSet<>(this.reference.partiesOn(pack.id(), today)));
		List<Party> shown = new ArrayList<>();
		pack.roles().keySet().forEach(role -> {
			Set<String> held = unitsOfRoles.get(role);
			if (held != null) {
				shown.add(units(called(pack.role(role), locale), held, opinions, places, locale));
			}
		});
		if (!experts.isEmpty() || !leaders.isEmpty()) {
			shown.add(panel(called(pack.role(Resolve.EXPERTS), locale), experts, leaders, places, locale));
		}
		return shown;
	}

	private Party units(String role, Set<String> unitIds, List<OpinionLine> opinions,
			List<CaseWhereabouts.Place> places, Locale locale) {
		List<String> names = unitIds.stream().map(unit -> this.units.nameOn(unit, this.words.today())).toList();
		return new Party(role, String.join(this.texts.in(locale, "web.list.comma"), names),
				names.stream().flatMap(name -> actedFor(name, opinions).stream()).toList(),
				unitIds.stream().anyMatch(unit -> isActing(unit, places)));
	}

	private Party panel(String role, Set<Long> experts, List<Long> leaders, List<CaseWhereabouts.Place> places,
			Locale locale) {
		experts.addAll(leaders);
		Map<Long, String> names = this.people.namesOf(experts);
		String leader = leaders.isEmpty() ? "" : names.getOrDefault(leaders.get(leaders.size() - 1), "");
		String title = leader.isEmpty() ? this.texts.in(locale, "casefile.panel", experts.size())
				: this.texts.in(locale, "casefile.panel.led", leader, experts.size());
		boolean acting = places.stream().anyMatch(place -> place.holder() != null && place.holder().personId() != null);
		return new Party(role, title, experts.stream().map(expert -> names.getOrDefault(expert, "")).toList(), acting);
	}

	private static String called(Role role, Locale locale) {
		return Texts.english(locale) ? role.englishShortLabel() : role.shortLabel();
	}

	private static List<String> actedFor(String unit, List<OpinionLine> opinions) {
		return opinions.stream()
			.filter(opinion -> opinion.unit().equals(unit))
			.map(OpinionLine::person)
			.distinct()
			.toList();
	}

	private static boolean isActing(String unit, List<CaseWhereabouts.Place> places) {
		return places.stream().anyMatch(place -> place.holder() != null && unit.equals(place.holder().unitId()));
	}

}
