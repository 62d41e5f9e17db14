package cn.ecopark.park.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.PastDecision;

/** A decision of the paper past as it was typed. */
record PastDecisionForm(LifeStatus status, String date, String number, String standard, String title, String recheckDue,
		String note, String source) {

	/** The first field that cannot stand, null if all can. */
	@Nullable String wrongField() {
		if (this.source.isBlank()) {
			return "source";
		}
		if (!isKnownDate(this.date.strip())) {
			return "date";
		}
		return isDate(this.recheckDue.strip()) ? null : "recheckDue";
	}

	static PastDecisionPage.Entry entry(ParkEvent event, @Nullable LocalDate recheckDue) {
		return new PastDecisionPage.Entry(event.decidedOn() == null ? "" : event.decidedOn().text(),
				orEmpty(event.documentNumber()), orEmpty(event.standard()), orEmpty(event.titleName()),
				recheckDue == null ? "" : recheckDue.toString(), orEmpty(event.note()), orEmpty(event.source()));
	}

	private static String orEmpty(@Nullable String text) {
		return text == null ? "" : text;
	}

	PastDecision toDecision() {
		return new PastDecision(this.status, KnownDate.orNull(this.date), textOrNull(this.number),
				textOrNull(this.standard), textOrNull(this.title),
				this.recheckDue.isBlank() ? null : LocalDate.parse(this.recheckDue.strip()), textOrNull(this.note),
				this.source.strip());
	}

	PastDecisionPage.Entry toEntry() {
		return new PastDecisionPage.Entry(this.date, this.number, this.standard, this.title, this.recheckDue, this.note,
				this.source);
	}

	private static @Nullable String textOrNull(String typed) {
		return typed.isBlank() ? null : typed.strip();
	}

	private static boolean isKnownDate(String text) {
		try {
			KnownDate.orNull(text);
			return true;
		}
		catch (IllegalArgumentException problem) {
			return false;
		}
	}

	private static boolean isDate(String text) {
		try {
			return text.isEmpty() || LocalDate.parse(text) != null;
		}
		catch (DateTimeParseException problem) {
			return false;
		}
	}

}
