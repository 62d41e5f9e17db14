package cn.ecopark.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseWhereabouts.Onward;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.ReadOnce;

/** Puts together what all modules know of where cases are. */
@Component
public class Whereabouts {

	private final ObjectProvider<CaseWhereabouts> all;

	Whereabouts(ObjectProvider<CaseWhereabouts> all) {
		this.all = all;
	}

	/**
	 * @return the places of each of those cases, the first reached first; a case that is
	 * nowhere has none
	 */
	public Map<String, List<CaseWhereabouts.Place>> of(Collection<String> caseIds) {
		if (caseIds.isEmpty()) {
			return Map.of();
		}
		return ReadOnce.of(this, "of", List.of(Set.copyOf(caseIds)), () -> places(caseIds));
	}

	private Map<String, List<CaseWhereabouts.Place>> places(Collection<String> caseIds) {
		List<CaseWhereabouts.Place> places = new ArrayList<>();
		this.all.orderedStream().forEach(one -> places.addAll(one.of(caseIds)));
		places.sort(Comparator.comparing(CaseWhereabouts.Place::since));
		Map<String, List<CaseWhereabouts.Place>> byCase = places.stream()
			.collect(Collectors.groupingBy(CaseWhereabouts.Place::caseId));
		byCase.replaceAll((caseId, found) -> withoutMereWaiting(found));
		return byCase;
	}

	public List<CaseWhereabouts.Place> of(String caseId) {
		return of(List.of(caseId)).getOrDefault(caseId, List.of());
	}

	/**
	 * @return what may follow, in the order of the outcomes
	 */
	public List<Onward> onward(String caseId) {
		return this.all.orderedStream().flatMap(one -> one.onward(caseId).stream()).toList();
	}

	/**
	 * @return the task the actor, or the actor's unit, has in the case
	 */
	public Optional<CaseWhereabouts.Place> own(Actor actor, String caseId) {
		return of(caseId).stream().filter(place -> isOf(actor, place.holder())).findFirst();
	}

	private static boolean isOf(Actor actor, CaseWhereabouts.@Nullable Holder holder) {
		if (holder == null) {
			return false;
		}
		return holder.personId() != null ? holder.personId() == actor.personId()
				: actor.worksOnCases() && Objects.equals(holder.unitId(), actor.unitId());
	}

	/** That a case waits says nothing where it is known for whom or for what. */
	private static List<CaseWhereabouts.Place> withoutMereWaiting(List<CaseWhereabouts.Place> places) {
		List<CaseWhereabouts.Place> telling = places.stream()
			.filter(place -> !CaseWhereabouts.WAITING.equals(place.step()))
			.toList();
		return telling.isEmpty() ? places : telling;
	}

}
