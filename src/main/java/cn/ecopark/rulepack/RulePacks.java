package cn.ecopark.rulepack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rules of all releases of all packs. What a release says never changes; which one is
 * in force does.
 */
public interface RulePacks {

	/**
	 * @return the rules of that release, whatever its state
	 * @throws UnknownRelease when there is none
	 */
	RulePack get(ReleaseId release);

	/**
	 * @return the files that release was made of
	 * @throws UnknownRelease when there is none
	 */
	PackFiles files(ReleaseId release);

	/**
	 * @return the release of each pack that is in force, the packs by the day they are
	 * valid from
	 */
	List<RulePack> all();

	/**
	 * @return the newest release of each pack that waits to be brought into force, as far
	 * as it can be read
	 */
	List<RulePack> waiting();

	/**
	 * @return the release of that pack that is in force
	 * @throws UnknownRelease when none is
	 */
	default RulePack current(String pack) {
		return all().stream()
			.filter(one -> one.id().equals(pack))
			.findFirst()
			.orElseThrow(() -> new UnknownRelease("Of rule pack " + pack + " no release is in force"));
	}

	/**
	 * @return the pack under which a case opened on that day is carried out
	 * @throws UnknownRelease when none was valid
	 */
	default RulePack inForceOn(LocalDate day) {
		return inForceOn(day, all()).orElseThrow(() -> new UnknownRelease("No rule pack was valid on " + day));
	}

	/**
	 * @param packs as {@link #all} gives them
	 * @return the one of them that is valid on that day; empty before the first
	 */
	static Optional<RulePack> inForceOn(LocalDate day, List<RulePack> packs) {
		return packs.stream().filter(pack -> !pack.validFrom().isAfter(day)).reduce((earlier, later) -> later);
	}

	/** Something names a release that there is not. */
	final class UnknownRelease extends RuntimeException {

		UnknownRelease(String message) {
			super(message);
		}

	}

}
