package cn.ecopark.form;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The value of one field of a form, typed. */
public sealed interface FormValue {

	/** Words; without white space around them. */
	record Text(String words) implements FormValue {

		public Text {
			words = words.strip();
		}

		@Override
		public String text() {
			return this.words;
		}

		@Override
		public Object kept() {
			return this.words;
		}

	}

	/** A figure, exact to its last decimal. */
	record Figure(BigDecimal number) implements FormValue {

		@Override
		public String text() {
			return this.number.toString();
		}

		@Override
		public Object kept() {
			return this.number;
		}

	}

	/** A day. */
	record Day(LocalDate date) implements FormValue {

		@Override
		public String text() {
			return this.date.toString();
		}

		@Override
		public Object kept() {
			return this.date.toString();
		}

	}

	/** One of the field's choices, by its value. */
	record Chosen(String code) implements FormValue {

		@Override
		public String text() {
			return this.code;
		}

		@Override
		public Object kept() {
			return this.code;
		}

	}

	/** Whether a box is ticked. */
	record YesNo(boolean yes) implements FormValue {

		@Override
		public String text() {
			return this.yes ? "true" : "";
		}

		@Override
		public Object kept() {
			return this.yes;
		}

	}

	/**
	 * @return the value as conditions of other fields compare it; empty for nothing
	 */
	String text();

	/**
	 * @return the value as it is kept with the opinion: text, number or yes/no
	 */
	Object kept();

}
