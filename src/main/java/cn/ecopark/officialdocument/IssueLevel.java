package cn.ecopark.officialdocument;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * 发文层级: at which level of itself a body issues a document. It decides what the body is
 * called there, and whose seal stands under it.
 *
 * @param key the name that kinds of document use
 * @param label the Chinese name
 * @param englishLabel the English name
 * @param name what the body is called at that level; {body} is its name of the day
 * @param standIns 代章: whose seals stand in where there is none of its own; none where
 * there is
 * @param source where it was seen
 * @param confirmed whether it was checked against the official text
 */
public record IssueLevel(String key, String label, String englishLabel, String name, List<SubstituteSeal> standIns,
		String source, boolean confirmed) {

	/** In whose place a name of the day is put. */
	static final String BODY = "{body}";

	public IssueLevel {
		standIns = List.copyOf(standIns);
	}

	/**
	 * Whose seal stands in, and while it does.
	 *
	 * @param unit id of the unit that it is part of
	 * @param name what it is called; {body} is the name of that unit of the day
	 * @param validFrom first day of issue; null for as long as anybody knows
	 * @param validTo day of issue from which on it does no longer; null while it does
	 */
	public record SubstituteSeal(String unit, String name, @Nullable LocalDate validFrom, @Nullable LocalDate validTo,
			String source, boolean confirmed) {

		boolean standsOn(LocalDate day) {
			return (this.validFrom == null || !day.isBefore(this.validFrom))
					&& (this.validTo == null || day.isBefore(this.validTo));
		}

		/** Whether there is a day on which either would stand in. */
		boolean meets(SubstituteSeal other) {
			return begins(this.validFrom, other.validTo) && begins(other.validFrom, this.validTo);
		}

		private static boolean begins(@Nullable LocalDate from, @Nullable LocalDate to) {
			return from == null || to == null || from.isBefore(to);
		}

		/**
		 * @param unitName what its unit is called that day
		 */
		String called(String unitName) {
			return this.name.replace(BODY, unitName);
		}

		/** Whether it is the unit itself, not a part of it. */
		boolean isTheUnit() {
			return BODY.equals(this.name);
		}

	}

	/**
	 * @param bodyName what the body is called that day
	 */
	public String called(String bodyName) {
		return this.name.replace(BODY, bodyName);
	}

	/** Whether the body issues as itself, not by a part of it. */
	boolean isTheBody() {
		return BODY.equals(this.name);
	}

	/**
	 * @return whose seal stands in on that day; empty where its own stands
	 */
	Optional<SubstituteSeal> standInOn(LocalDate day) {
		return this.standIns.stream().filter(one -> one.standsOn(day)).findFirst();
	}

}
