package cn.ecopark.worklist.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.TimeLeft;

/**
 * 催办、限期: {@code GET /tasks/{id}/urging}. Four forms, posted to {@code urge},
 * {@code last-day}, {@code go-on} and {@code hand-over} below it.
 *
 * @param id the task
 * @param submission token that makes a repeated post harmless
 * @param title park or batch
 * @param url page of the case or batch
 * @param urged what was done so far, the newest first
 * @param first earliest day that may be set as last day; null where none can be set
 * @param lastDayClosed why none can be set; null where one can
 * @param silence what the flow goes on with
 * @param silenceClosed why the Office cannot go on without an answer now; null where it
 * can
 * @param others who could take the step over; none where nobody can
 * @param othersClosed why it cannot be handed over now; null where it can
 * @param entered what was typed into the form that was refused
 */
public record UrgingPage(String id, String submission, String title, String url, Step step, List<String> urged,
		@Nullable LocalDate first, @Nullable String lastDayClosed, @Nullable String silence,
		@Nullable String silenceClosed, List<Unit> others, @Nullable String othersClosed, Entry entered,
		List<FieldError> errors) {

	/** Which step, who has it, since when, and how much time is left. */
	public record Step(String name, String who, LocalDate since, TimeLeft left) {
	}

	/** Another unit. */
	public record Unit(String id, String name) {
	}

	/**
	 * What was typed.
	 *
	 * @param form which of the four
	 */
	public record Entry(String form, String text, String lastDay, String unit) {

		static Entry nothing() {
			return new Entry("", "", "", "");
		}

		public String textOf(String of) {
			return this.form.equals(of) ? this.text : "";
		}

	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
