package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.Arrays;

import cn.ecopark.shared.Refusal;

/** Why reference data does not let something happen. */
public final class ReferenceRefusals {

	private ReferenceRefusals() {
	}

	/** Nobody has said what parks are named on that day. */
	public static final class NoTitle extends Refusal {

		NoTitle(LocalDate day) {
			super("reference.no-title", day.toString());
		}

	}

	/** Reference data is the system administrators' business. */
	public static final class NotYourReference extends Refusal {

		NotYourReference() {
			super("reference.not-yours");
		}

	}

	/** There is no such series. */
	public static final class NoSuchSeries extends Refusal {

		public NoSuchSeries() {
			super("reference.no-such-series");
		}

	}

	/** The entry is there no more. */
	public static final class EntryGone extends Refusal {

		EntryGone() {
			super("reference.entry-gone");
		}

	}

	/** What was typed in that field cannot stand. */
	public static final class EntryWrong extends Refusal {

		private final String field;

		EntryWrong(String field, String problem, Object... arguments) {
			super("reference." + problem, Arrays.stream(arguments).map(String::valueOf).toArray());
			this.field = field;
		}

		static void unless(boolean stands, String field, String problem, Object... arguments) {
			if (!stands) {
				throw new EntryWrong(field, problem, arguments);
			}
		}

		/**
		 * @return name of the field, without the number of its form
		 */
		public String field() {
			return this.field;
		}

	}

}
