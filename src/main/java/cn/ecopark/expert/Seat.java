package cn.ecopark.expert;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.ecopark.worklist.WorkItem;

/**
 * A place on a panel: an expert's own, or that of a department, whoever sits there for
 * it.
 *
 * @param personId the expert; {@code null} for a department
 * @param unitId the department; {@code null} for an expert
 */
record Seat(@Nullable Long personId, @Nullable String unitId) {

	Seat {
		if ((personId == null) == (unitId == null)) {
			throw new IllegalArgumentException("A seat is an expert's or a department's");
		}
	}

	static Seat ofExpert(long personId) {
		return new Seat(personId, null);
	}

	static Seat ofUnit(String unitId) {
		return new Seat(null, unitId);
	}

	/** The seat of whoever holds that task. */
	static Seat of(WorkItem.Holder holder) {
		return new Seat(holder.personId(), holder.unitId());
	}

	boolean isExperts() {
		return this.personId != null;
	}

	/**
	 * @return the seat as diagrams carry it: digits are a person, the rest is a unit
	 */
	String text() {
		return String.valueOf(Objects.requireNonNullElse(this.personId, this.unitId));
	}

}
