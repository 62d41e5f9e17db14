package cn.ecopark.worklist.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.casefile.web.FileViews;
import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimeLeft;
import cn.ecopark.shared.Amount;
import cn.ecopark.worklist.web.panel.PanelView;

/**
 * A task: material on the left, decision on the right. {@code POST /tasks/{id}} carries
 * {@code submission}, {@code version}, {@code outcome}, {@code opinion},
 * {@code audience}, the fields of the panel and, for each outcome with points,
 * {@code pointTarget.<outcome>} and {@code pointRemark.<outcome>} pairwise.
 *
 * @param submission token that makes a repeated post harmless
 * @param version version of the row as read, so that a decision on something else is
 * refused
 * @param steps the strip of the whole procedure
 * @param material what the decision rests on
 * @param panel what the step asks for besides outcome and opinion
 * @param outcomes empty where the reader may only look
 * @param errors shown on top of the decision and at each field
 * @param draft says which draft the page was filled with; null where there was none
 * @param urged what the Office has urged for and until when; null where it has not
 * @param others who else is at the task right now, since when
 * @param unsent what the reader typed and could not submit; null where there is nothing
 * @param proposal where several people of the unit have to sign: what is proposed, or
 * what became of the last proposal; null where one person decides
 */
public record TaskPage(String id, String submission, long version, Heading heading, TimeLeft left, List<Step> steps,
		FileViews.Material material, Assignment assignment, PanelView panel, List<Outcome> outcomes, OpinionBox opinion,
		List<FieldError> errors, @Nullable String draft, @Nullable Urged urged, List<String> others,
		@Nullable Unsent unsent, @Nullable ProposalView proposal) {

	/**
	 * 拟办: what a person of the unit has proposed. While it waits the page is filled with
	 * it.
	 *
	 * @param state that it waits, and for what; or how it ended
	 * @param hands who has put his hand to it, and when, in words
	 * @param told what the reader has to know: why it ended, that others have to sign, or
	 * why the reader does not
	 * @param actions what the reader may do with it
	 * @param previewUrl where the official documents are shown that it would send out;
	 * null where it sends none
	 */
	public record ProposalView(boolean waiting, String state, List<String> hands, @Nullable String told,
			List<Action> actions, @Nullable String previewUrl) {
	}

	/**
	 * What was typed in vain, shown for copying.
	 *
	 * @param lead why it was not taken, or how long it stays
	 */
	public record Unsent(String lead, List<UnsentText> texts) {
	}

	/** What was typed into one field. */
	public record UnsentText(String label, String text) {
	}

	/**
	 * What the Office has done about the task.
	 *
	 * @param title that it was urged, and the last day
	 * @param texts what was written, the newest first
	 */
	public record Urged(String title, List<String> texts) {
	}

	/**
	 * @param title name of the park, or title of the batch
	 * @param meta province, kind, procedure, case number
	 * @param caseUrl page of the case or batch
	 * @param position where in the reader's list this task stands; null outside it
	 * @param more what else can be done, such as releasing a claim
	 * @param standsStill that the case does, and why; null where it goes on
	 */
	public record Heading(String title, List<String> meta, String caseUrl, @Nullable Position position,
			List<Action> more, @Nullable String standsStill) {
	}

	/**
	 * Neighbours on the work desk.
	 *
	 * @param number which of them it is, as far as it was counted
	 */
	public record Position(Amount number, Amount of, @Nullable String previousUrl, @Nullable String nextUrl) {
	}

	/**
	 * @param name the task in the words of the model
	 * @param received when it came
	 * @param limitDays working days until the last day of the limit, null for none
	 * @param claimedBy who has taken it on, null for nobody
	 * @param closed why nothing can be decided here, null while it can
	 */
	public record Assignment(String name, LocalDate received, @Nullable Integer limitDays, @Nullable String claimedBy,
			@Nullable String closed) {
	}

	/**
	 * One possible result.
	 *
	 * @param remark what it means in one or two words, for instance 予以受理
	 * @param next who handles the case afterwards; null when it ends
	 * @param nextTask what they will do
	 * @param nextTerm how long they have for it, in words
	 * @param effect what else happens, for instance that the clock stops
	 * @param bad whether it refuses; drawn red when chosen
	 * @param points null where the outcome needs no correction points
	 * @param closed why law forbids it as things stand; null where it may be chosen
	 * @param asked what cannot be undone by whoever chose it, told once more before it is
	 * submitted; null where nothing is asked
	 * @param previewed whether official documents go out with it, which can be read
	 * before
	 */
	public record Outcome(String code, String label, @Nullable String remark, @Nullable String next,
			@Nullable String nextTask, @Nullable String nextTerm, @Nullable String effect, boolean bad, boolean chosen,
			@Nullable Points points, @Nullable String closed, @Nullable String asked, boolean previewed) {

		/** One that is not asked about and sends nothing out. */
		public Outcome(String code, String label, @Nullable String remark, @Nullable String next,
				@Nullable String nextTask, @Nullable String nextTerm, @Nullable String effect, boolean bad,
				boolean chosen, @Nullable Points points, @Nullable String closed) {
			this(code, label, remark, next, nextTask, nextTerm, effect, bad, chosen, points, closed, null, false);
		}

	}

	/**
	 * The correction points written so far.
	 *
	 * @param targets what a point can be about: {@code document:<kind>},
	 * {@code field:<key>}, or empty for the whole
	 */
	public record Points(List<Point> written, List<Choice> targets) {
	}

	/** One correction point. */
	public record Point(String target, String remark) {
	}

	/**
	 * The written opinion.
	 *
	 * @param required whether it is needed whatever is chosen
	 * @param neededFor codes of the outcomes that need it as their reason
	 * @param longest most characters allowed
	 * @param audiences who will be able to read it; with one entry it is only said, not
	 * asked
	 * @param phrases sentences that can be put in with one click
	 */
	public record OpinionBox(@Nullable String text, boolean required, List<String> neededFor, int longest,
			List<Choice> audiences, List<String> phrases) {

		public boolean isNeededFor(String outcome) {
			return this.required || this.neededFor.contains(outcome);
		}

	}

	public boolean mayDecide() {
		return this.assignment.closed() == null && !isProposed();
	}

	/** Whether something is proposed that waits to be signed. */
	public boolean isProposed() {
		return this.proposal != null && this.proposal.waiting();
	}

	/**
	 * @return the outcome that is chosen; null for none
	 */
	public @Nullable Outcome chosen() {
		return this.outcomes.stream().filter(Outcome::chosen).findFirst().orElse(null);
	}

	/**
	 * @return whether some outcome sends out what can be read before
	 */
	public boolean hasPreview() {
		return this.outcomes.stream().anyMatch(outcome -> outcome.previewed() && outcome.closed() == null);
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

	/** The verdict below the tab of the opinions. */
	public @Nullable Tag opinionsVerdict() {
		return this.material.opinions().isEmpty() ? null : this.material.opinions().get(0).result();
	}

}
