package cn.ecopark.expert;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 回避: who must not sit on the panel of a case. */
final class RecusalRules {

	private RecusalRules() {
	}

	/** Why an expert is refused. */
	enum Ground {

		/** Works for the park that applies. */
		WORKS_FOR_THE_PARK,
		/** Works for the technical unit that prepares the review. */
		WORKS_FOR_THE_TECHNICAL_UNIT

	}

	/**
	 * Whom an expert works for.
	 *
	 * @param employer as the expert has stated it
	 * @param unitIds units of which the expert is a member
	 */
	record Employment(String employer, Set<String> unitIds) {
	}

	/**
	 * Somebody on whose work the panel has to judge.
	 *
	 * @param names every name it has ever borne
	 */
	record Party(String unitId, List<String> names) {
	}

	static Optional<Ground> against(Employment expert, Party park, Optional<Party> technicalUnit) {
		if (worksFor(expert, park)) {
			return Optional.of(Ground.WORKS_FOR_THE_PARK);
		}
		return technicalUnit.filter(unit -> worksFor(expert, unit)).map(unit -> Ground.WORKS_FOR_THE_TECHNICAL_UNIT);
	}

	/** By membership, or by name: institutes of it count as well. */
	static boolean worksFor(Employment expert, Party party) {
		return expert.unitIds().contains(party.unitId()) || isEmployedBy(expert.employer().strip(), party.names());
	}

	private static boolean isEmployedBy(String employer, Collection<String> names) {
		return names.stream().anyMatch(name -> !name.isBlank() && employer.startsWith(name));
	}

}
