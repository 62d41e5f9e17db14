package cn.ecopark.organisation;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What waits for a person; implemented where tasks are known. */
public interface OpenWork {

	/**
	 * A task that waits for one person.
	 *
	 * @param task what is to be done
	 * @param about the park or batch
	 * @param claimed true of a task of the unit that the person has claimed, which can go
	 * back to the unit; false of the person's own, which only the Office can give to
	 * somebody else
	 */
	record Held(String task, String about, boolean claimed) {
	}

	/**
	 * A task of a unit that several of its people have to sign.
	 *
	 * @param hands ids of those who have signed already
	 */
	record Signing(String unitId, int persons, List<Long> hands) {
	}

	List<Held> of(long personId);

	/**
	 * @return the waiting tasks that several people of a unit have to sign
	 */
	List<Signing> waitingSignatures();

	/**
	 * @return ids of the units for which tasks wait
	 */
	Set<String> waitingUnits();

	/**
	 * All that the person has claimed goes back to the unit, or to a colleague.
	 * @param colleague of the same unit; null: back to the unit
	 */
	void giveUp(long personId, @Nullable Long colleague, Actor by);

}
