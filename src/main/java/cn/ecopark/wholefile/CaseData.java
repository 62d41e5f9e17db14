package cn.ecopark.wholefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a case that one reader may see, as data. The keys are stable and stand in
 * {@code whole-file/case.schema.json}; labels are Chinese. Lists are in the order of
 * time.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "schema", "case" })
record CaseData(String schema, @JsonProperty("case") Facts facts, List<PartyData> parties, List<Stage> stages,
		List<Step> way, List<Event> timeline, @JsonProperty("papers") List<DocumentFile> documents,
		List<OpinionData> opinions, List<Correction> corrections, List<BatchData> batches,
		@JsonProperty("issuedPapers") List<Issued> officialDocuments, List<NoticeData> notices,
		List<ObjectionData> objections) {

	static final String SCHEMA = "cn.ecopark.case-data/1";

	/** A code with what it is called. */
	record Named(String code, String label) {
	}

	/** What the case is and how it stands. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Facts(String id, Named kind, @Nullable String number, Named pack, Park park, @Nullable String standard,
			Named status, @Nullable Named stage, @Nullable Named result, Instant openedAt,
			@Nullable Instant submittedAt, @Nullable Instant admittedAt, @Nullable Instant closedAt,
			@Nullable RetentionData retention) {
	}

	/**
	 * 保管期限.
	 *
	 * @param period one of three, with its date in words
	 * @param lastDay the last day it has to be kept; left out of what is kept for ever,
	 * and as long as the case is open
	 * @param handedOverFrom from when on what is kept for ever goes to the archive
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RetentionData(Named period, @Nullable LocalDate lastDay, @Nullable LocalDate handedOverFrom) {
	}

	/** The park as it was called when the case was opened. */
	record Park(long id, String name, Named kind, String unitId, Named province) {
	}

	/** Who takes part. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PartyData(Named role, @Nullable Named unit, @Nullable String person) {
	}

	/** A stage the case came into. */
	record Stage(Named stage, Instant enteredAt) {
	}

	/** A step of the diagrams the case went through, or is in. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Step(String key, String name, @Nullable Named role, Instant enteredAt, @Nullable Instant leftAt) {
	}

	/** A line of the timeline. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Event(Instant at, String message, List<String> arguments, String title, String remark,
			@Nullable String person, @Nullable String unit) {
	}

	/**
	 * A version of a document, or an official document.
	 *
	 * @param id of the version; 0 for an official document that is in the register alone
	 * @param dossier the case, batch or objection it belongs to
	 * @param unit whose document it is, the lead one of several; null where experts sign
	 * by hand
	 * @param issued whether it went out and did not come in
	 * @param path where it stands in the ZIP
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record DocumentFile(long id, String dossier, Named type, @Nullable Named stage, int version, String fileName,
			String mediaType, long size, String sha256, String by, @Nullable Named unit, Instant at, boolean issued,
			String path) {
	}

	/**
	 * What somebody decided or stated.
	 *
	 * @param fields what was entered in the form; left out where it is not for the reader
	 * @param answers the same in words, as the form words it; empty likewise
	 * @param seen digests of the documents that lay before the person; left out likewise
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record OpinionData(long id, Named stage, String taskKey, String step, Named role, String person, Named unit,
			Named outcome, String text, Named audience, Instant at, @Nullable Map<String, Object> fields,
			List<AnswerData> answers, @Nullable List<String> seen) {
	}

	/** One answer of a form, under the heading its field stands under. */
	record AnswerData(String group, String label, String value) {
	}

	/** A point that was sent back, with its answer. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Correction(int number, String subject, String subjectLabel, String remark, Named state, String raisedBy,
			@Nullable String answer, @Nullable Instant answeredAt) {
	}

	/** A batch the case is or was in, as far as it is about this case. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record BatchData(String id, Named kind, String title, String state, @Nullable Named result, Instant composedAt,
			@Nullable Instant closedAt, int round, Named place, String reason, List<BallotData> ballots,
			List<OpinionData> opinions) {
	}

	/**
	 * What a body chose for the park, as a signature in full.
	 *
	 * @param deputy whether it was signed 代
	 * @param signature the name as it is signed
	 * @param text which text was signed, in words
	 * @param textDigest SHA-256 of the signed text; empty where it was not recorded
	 */
	record BallotData(int round, Named unit, Named choice, String reason, String person, boolean deputy,
			String signature, Instant at, String text, String textDigest) {
	}

	/**
	 * An official document that names the park.
	 *
	 * @param path the signed file in the ZIP, where there is one
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Issued(String title, @Nullable String number, LocalDate on, String state, @Nullable String path) {
	}

	/** A notice that laid the park before the public. */
	record NoticeData(String id, String title, String intro, Map<String, String> contacts, LocalDate publishedOn,
			LocalDate closesOn, String state) {
	}

	/**
	 * What was held against the park.
	 *
	 * @param receiptNumber only for whoever may know the objector, as with it the state
	 * can be asked for
	 * @param objector likewise
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ObjectionData(int number, String noticeId, Named channel, LocalDate receivedOn, String text, Named state,
			String answer, boolean struckOut, @Nullable Instant settledAt, @Nullable String receiptNumber,
			@Nullable Objector objector, List<OpinionData> opinions) {
	}

	/** Who objected, as far as said. */
	record Objector(String name, String unit, String contact) {
	}

}
