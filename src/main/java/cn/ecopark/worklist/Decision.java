package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormValues;

/**
 * What somebody decides in a step, typed as the step's work panel takes it. Pages and
 * other clients read it from what they receive; rules see nothing else.
 */
public sealed interface Decision {

	Statement statement();

	default String outcome() {
		return statement().outcome();
	}

	default FormValues form() {
		return statement().form();
	}

	/**
	 * A step that asks for nothing but its form: the panels {@code form} and
	 * {@code sheet}.
	 */
	record FormDecision(Statement statement) implements Decision {
	}

	/**
	 * 逐项答复.
	 *
	 * @param answers by id of the correction point
	 */
	record CorrectionDecision(Statement statement, Map<Long, String> answers) implements Decision {

		public CorrectionDecision {
			answers = Map.copyOf(answers);
		}

		/**
		 * @return the answer to the point; empty where there is none
		 */
		public String answer(long pointId) {
			return this.answers.getOrDefault(pointId, "").strip();
		}

	}

	/**
	 * 逐园表决.
	 *
	 * @param votes by id of the case
	 * @param deputy 代: whether a deputy of the body's head signs
	 */
	record BallotDecision(Statement statement, Map<String, Vote> votes, boolean deputy) implements Decision {

		public BallotDecision {
			votes = Map.copyOf(votes);
		}

		/** Signed by the head of the body. */
		public BallotDecision(Statement statement, Map<String, Vote> votes) {
			this(statement, votes, false);
		}

		/**
		 * @return the vote on the case; one without choice where there is none
		 */
		public Vote vote(String caseId) {
			return this.votes.getOrDefault(caseId, Vote.NONE);
		}

	}

	/**
	 * What is chosen for one park.
	 *
	 * @param choice code of the choice; empty for none
	 * @param reason empty for none
	 */
	record Vote(String choice, String reason) {

		static final Vote NONE = new Vote("", "");

		public Vote {
			choice = choice.strip();
			reason = reason.strip();
		}

	}

	/**
	 * 组建专家组.
	 *
	 * @param experts the persons named, besides those who have accepted before
	 */
	record PanelDecision(Statement statement, Set<Long> experts, @Nullable Long leader) implements Decision {

		public PanelDecision {
			experts = new TreeSet<>(experts);
		}

	}

	/** 会议; what is said of it stands in the form. */
	record MeetingDecision(Statement statement) implements Decision {

		private static final String DAY = "meetingDate";

		/** Where the day is entered. */
		public static final String DAY_INPUT = FormSchema.INPUT + DAY;

		public Optional<LocalDate> day() {
			return form().day(DAY);
		}

		/**
		 * @return the address, or the link of a meeting held online
		 */
		public String place() {
			String place = form().text("place");
			return place.isEmpty() ? form().text("link") : place;
		}

		public String agenda() {
			return form().text("agenda");
		}

		public String attendance() {
			return form().text("attendance");
		}

	}

	/** 起草公示; text, first day and ways of objecting stand in the form. */
	record NoticeDecision(Statement statement) implements Decision {

		/** Ways of objecting, as the form and the notice name them. */
		public static final List<String> CONTACTS = List.of("phone", "fax", "email", "address", "postcode",
				"visitingHours");

		private static final String DAY = "publicationDay";

		/** Where the first day is entered. */
		public static final String DAY_INPUT = FormSchema.INPUT + DAY;

		public String title() {
			return form().text("title");
		}

		public String introduction() {
			return form().text("introduction");
		}

		public Optional<LocalDate> publicationDay() {
			return form().day(DAY);
		}

		/**
		 * @return the ways of objecting that were filled in
		 */
		public Map<String, String> contacts() {
			Map<String, String> contacts = new LinkedHashMap<>();
			CONTACTS.stream()
				.filter(key -> !form().text(key).isEmpty())
				.forEach(key -> contacts.put(key, form().text(key)));
			return contacts;
		}

	}

}
