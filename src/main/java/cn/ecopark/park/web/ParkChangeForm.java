package cn.ecopark.park.web;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.ecopark.park.ParkChange;

/** A change of a park as it was typed. */
record ParkChangeForm(@Nullable String act, @Nullable String on, @Nullable String after, @Nullable String kind,
		@Nullable String reference, @Nullable String reason) {

	static final ParkChangeForm EMPTY = new ParkChangeForm("", "", "", "", "", "");

	/** Name by default: there is always one chosen on the page. */
	ParkChange.Act actOrName() {
		for (ParkChange.Act one : ParkChange.Act.values()) {
			if (one.name().equals(this.act)) {
				return one;
			}
		}
		return ParkChange.Act.NAME;
	}

	/**
	 * @return null where what was typed as the day is none
	 */
	@Nullable LocalDate day() {
		try {
			String typed = text(this.on);
			return (typed.length() == "2026-01-01".length()) ? LocalDate.parse(typed) : null;
		}
		catch (DateTimeException noDay) {
			return null;
		}
	}

	ParkChange.Said said(LocalDate day) {
		String said = (actOrName() == ParkChange.Act.KIND) ? text(this.kind) : text(this.after);
		return new ParkChange.Said(actOrName(), day, said, text(this.reference), text(this.reason));
	}

	static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
