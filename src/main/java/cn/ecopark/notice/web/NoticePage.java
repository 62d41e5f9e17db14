package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Tag;

/**
 * One public notice: {@code GET /notices/{id}}.
 *
 * @param published its first day, which is not counted
 * @param closes its last day
 * @param text its paragraphs as published
 * @param countdown null once it is over
 * @param objectionUrl form for objections; null once it is over
 * @param officeUrl what the Office sees of the objections to it; null for everybody else
 * @param result what came of it; null while it runs
 */
public record NoticePage(String id, String title, String issuer, LocalDate published, LocalDate closes, Tag state,
		List<String> text, List<Park> parks, @Nullable Countdown countdown, @Nullable String objectionUrl,
		@Nullable String officeUrl, List<Contact> contacts, @Nullable String result, List<Earlier> earlier) {

	/**
	 * One of the parks listed.
	 *
	 * @param accepted date of acceptance
	 * @param sheetUrl its acceptance sheet; null where none is attached
	 * @param state shown where it differs from the others, for instance 异议核实中; null for
	 * nothing
	 */
	public record Park(String name, String province, String kind, @Nullable LocalDate accepted,
			@Nullable String sheetUrl, @Nullable Tag state) {
	}

	/** Another way of objecting: telephone, fax, e-mail, visit, letter. */
	public record Contact(String label, String value) {
	}

	/** An earlier notice. */
	public record Earlier(String url, String title) {
	}

	/**
	 * The working days of the notice.
	 *
	 * @param left working days left after today
	 * @param today which working day today is, from 1
	 * @param total working days of the period
	 * @param answerDays working days within which an objection is answered
	 * @param provisional 暂定: the year of the last day is not arranged yet
	 */
	public record Countdown(int left, int today, int total, LocalDate closes, int answerDays, List<Week> weeks,
			boolean provisional) {
	}

	/** Monday to Sunday. */
	public record Week(List<Day> days) {
	}

	/**
	 * @param holiday short name of the public holiday; null for none
	 */
	public record Day(LocalDate date, State state, @Nullable String holiday) {

		/** Not counted, counted and over, today, still to come, last. */
		public enum State {

			PLAIN, GONE, TODAY, COMING, LAST

		}

		public String css() {
			return "day-" + this.state.name().toLowerCase(Locale.ROOT);
		}

	}

}
