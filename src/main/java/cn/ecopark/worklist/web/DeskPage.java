package cn.ecopark.worklist.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimeLeft;
import cn.ecopark.web.view.Tone;
import cn.ecopark.shared.Amount;

/** The work desk: {@code GET /desk?show=&stage=&province=&kind=&after=&before=}. */
public record DeskPage(LocalDate today, Counts counts, Filters filters, List<Row> rows, Paging paging) {

	/**
	 * The numbers on the tiles, over everything that waits for the reader, whatever is
	 * filtered.
	 *
	 * @param fresh arrived today, as far as it was counted
	 * @param soon due within three working days, today included
	 * @param longestOverdue working days the oldest overdue task is late, 0 for none
	 */
	public record Counts(Amount open, int fresh, Amount soon, Amount dueToday, Amount overdue, int longestOverdue) {
	}

	/**
	 * What the list is narrowed to.
	 *
	 * @param show {@code all}, {@code soon} or {@code overdue}
	 * @param stages choices of the select, the one meaning "all" (empty value) first; the
	 * same for the others
	 */
	public record Filters(String show, List<Choice> stages, List<Choice> provinces, List<Choice> kinds) {

		public boolean narrowed() {
			return !"all".equals(this.show) || chosen(this.stages) || chosen(this.provinces) || chosen(this.kinds);
		}

		private static boolean chosen(List<Choice> choices) {
			return choices.stream().anyMatch((choice) -> choice.chosen() && !choice.value().isEmpty());
		}

		/** The chosen value of one of the three lists, so that the tiles keep it. */
		public static String value(List<Choice> choices) {
			return choices.stream().filter(Choice::chosen).map(Choice::value).findFirst().orElse("");
		}

		public String stage() {
			return value(this.stages);
		}

		public String province() {
			return value(this.provinces);
		}

		public String kind() {
			return value(this.kinds);
		}

	}

	/**
	 * One open task.
	 *
	 * @param url normally {@code /tasks/{id}}
	 * @param park name of the park, or of the batch
	 * @param parkMeta province, kind, case number
	 * @param stage the stage and what is particular about it, for instance 验收申请・已过省级初审
	 * @param said what the sender wrote, null for the first step
	 * @param verb short label of the button, 2 to 4 characters
	 * @param fresh not yet opened by the reader
	 * @param tag for instance who has claimed it; null for nothing
	 */
	public record Row(String id, String url, String park, List<String> parkMeta, String task, String stage,
			@Nullable Said said, TimeLeft left, String verb, boolean fresh, @Nullable Tag tag) {

		/** A warning that stands there already is kept. */
		Row tagged(@Nullable Tag other) {
			return other == null || this.tag != null && this.tag.tone() == Tone.WARN ? this
					: new Row(this.id, this.url, this.park, this.parkMeta, this.task, this.stage, this.said, this.left,
							this.verb, this.fresh, other);
		}

	}

	/** Who sent it, and what they said. */
	public record Said(String text, String by, LocalDate on) {
	}

}
