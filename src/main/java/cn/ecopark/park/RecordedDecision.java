package cn.ecopark.park;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A decision as it stands in the register, whether it holds or was put aside.
 *
 * @param id number of the entry
 * @param dueAfter when the next recheck fell due by this decision; null where none did,
 * or nobody knew
 * @param putAside why the entry holds no longer; null while it does
 */
public record RecordedDecision(long id, ParkEvent event, @Nullable LocalDate dueAfter, @Nullable PutAside putAside) {

	/**
	 * What became of an entry that was wrong.
	 *
	 * @param replacedBy number of the entry that took its place; null where it was undone
	 */
	public record PutAside(String reason, @Nullable Long replacedBy) {
	}

	public boolean holds() {
		return this.putAside == null;
	}

}
