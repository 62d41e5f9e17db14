package cn.ecopark.officialdocument;

import java.time.LocalDate;

import cn.ecopark.shared.Refusal;

/** Why a document number is not given, reserved or voided. */
public final class NumberRefusals {

	private NumberRefusals() {
	}

	/** The document number is not written as 环发〔2013〕53号. */
	public static final class MalformedNumber extends Refusal {

		public MalformedNumber(String number) {
			super("officialdocument.number-malformed", number);
		}

	}

	/** No rule pack has that series. */
	public static final class UnknownSeries extends Refusal {

		public UnknownSeries(String series) {
			super("officialdocument.series-unknown", series);
		}

	}

	/** The series is not given on that day of issue. */
	public static final class SeriesNotGiven extends Refusal {

		public SeriesNotGiven(String series, LocalDate day) {
			super("officialdocument.series-not-given", series, day);
		}

	}

	/** No such number has been taken or reserved. */
	public static final class NumberNotFound extends Refusal {

		public NumberNotFound(String number) {
			super("officialdocument.number-not-found", number);
		}

	}

	/** Only a reserved number is used later. */
	public static final class NumberNotReserved extends Refusal {

		public NumberNotReserved(DocumentNumber number) {
			super("officialdocument.number-not-reserved", number.text());
		}

	}

	/**
	 * A number is voided once, and that of an issued document is voided with its
	 * document.
	 */
	public static final class NumberNotVoidable extends Refusal {

		public NumberNotVoidable(DocumentNumber number) {
			super("officialdocument.number-not-voidable", number.text());
		}

	}

	/** Numbers are reserved and voided with a reason of 2 to 200 characters. */
	public static final class NumberReasonMissing extends Refusal {

		public NumberReasonMissing() {
			super("officialdocument.number-reason-missing");
		}

	}

	/**
	 * The first number of a year is set once, from 2 to 99999, before any is taken.
	 */
	public static final class FirstNumberFixed extends Refusal {

		public FirstNumberFixed(String series, int year) {
			super("officialdocument.first-number-fixed", series, Integer.toString(year));
		}

	}

	/** The register of documents and numbers is the Office's. */
	public static final class NotYourRegister extends Refusal {

		public NotYourRegister() {
			super("officialdocument.register-not-yours");
		}

	}

}
