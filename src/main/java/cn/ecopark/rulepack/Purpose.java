package cn.ecopark.rulepack;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import cn.ecopark.rulepack.OutcomeKind.Meaning;

/**
 * What a step of a diagram is for, as far as the system has to know. The diagram declares
 * it in the property {@code purpose}; how the step is called there is nobody's concern
 * but its readers'. Each purpose says what a step must offer so that it can be fulfilled.
 */
public enum Purpose {

	/** Somebody says something and fills in a form; the diagram knows what follows. */
	ORDINARY("form"),
	/** 补正、整改: the park answers each point that was raised. */
	CORRECTION("correction", Procedure.Kind.CASE, Procedure.Kind.STAGE),
	/** 组建专家组、验收组: who is to sit on the panel of the stage. */
	PANEL_FORMATION("panel", Procedure.Kind.STAGE),
	/** 邀请: an expert says whether he comes. */
	INVITATION("form", Procedure.Kind.STAGE),
	/** 会议通知: when and where the panel is going to meet. */
	MEETING_CALL("meeting", Procedure.Kind.STAGE),
	/** 会议: that the panel has met. */
	MEETING("meeting", Procedure.Kind.STAGE),
	/** 个人意见、表决: what each member of the panel thinks. */
	PANEL_VOTE("vote", Procedure.Kind.STAGE),
	/** 专家组意见: what the leader concludes from it. */
	PANEL_CONCLUSION("conclusion", Procedure.Kind.STAGE),
	/** 签署: each member signs the conclusion or dissents. */
	PANEL_SIGNATURE("signature", Procedure.Kind.STAGE),
	/** 现场核查: what was found on site, and who was there. */
	SITE_INSPECTION("sheet", Procedure.Kind.CASE, Procedure.Kind.STAGE),
	/** 核查意见: what the technical unit concludes from it. */
	CHECK_OPINION("form", Procedure.Kind.CASE, Procedure.Kind.STAGE),
	/** 评估打分: the score that a grade is given by. */
	GRADING("sheet", Procedure.Kind.CASE, Procedure.Kind.STAGE),
	/** 立案: the ground for which a park may lose its title (行政处罚法 54, 行政许可法 69). */
	FILING("form", Procedure.Kind.CASE),
	/** 陈述申辩: what the park says to it (行政许可法 7). */
	STATEMENT("form", Procedure.Kind.CASE),
	/** 对陈述申辩的审查: what was found of the statement, or of the silence. */
	STATEMENT_REVIEW("form", Procedure.Kind.CASE),
	/** 编入批次: the case waits until the Office takes it into a batch. */
	COMPOSITION("form", Procedure.Kind.CASE),
	/** 起草: the text that the bodies of a joint decision are asked about. */
	DRAFT("form", Procedure.Kind.BATCH),
	/** 起草公示: the same of a public notice. */
	NOTICE_DRAFT("notice", Procedure.Kind.BATCH),
	/** 会签、确认: each body chooses for each park. */
	BALLOT("ballot", Procedure.Kind.BATCH),
	/** 协调: the Office goes on where the bodies were divided. */
	COORDINATION("ballot", Procedure.Kind.BATCH),
	/** 编号、印发: number and date of the document. */
	ISSUE("form", Procedure.Kind.BATCH),
	/** 分办: who looks into an objection, or that it is not admitted. */
	OBJECTION_ASSIGNMENT("form", Procedure.Kind.OBJECTION),
	/** 核实: what was found of an objection. */
	OBJECTION_VERIFICATION("form", Procedure.Kind.OBJECTION),
	/** 答复: whether an objection is upheld. */
	OBJECTION_ANSWER("form", Procedure.Kind.OBJECTION);

	private final String panel;

	private final Set<Procedure.Kind> standsIn;

	Purpose(String panel, Procedure.Kind... standsIn) {
		this.panel = panel;
		this.standsIn = Set.of(standsIn);
	}

	/**
	 * @return name of the work panel the step is done with
	 */
	public String panel() {
		return this.panel;
	}

	/**
	 * 撤回.
	 * @return whether a submission in such a step may be taken back at all: nothing rests
	 * on it before the next step has begun
	 */
	public boolean mayBeTakenBack() {
		return switch (this) {
			case ORDINARY, CORRECTION, PANEL_VOTE, SITE_INSPECTION, CHECK_OPINION, GRADING, STATEMENT,
					STATEMENT_REVIEW ->
				true;
			default -> false;
		};
	}

	/**
	 * @return kinds of diagrams a step of that purpose may stand in; none where it may
	 * stand in any
	 */
	public Set<Procedure.Kind> standsIn() {
		return this.standsIn;
	}

	/**
	 * @return meanings of which the step must offer one outcome each
	 */
	public Set<Meaning> offers() {
		return switch (this) {
			case INVITATION -> Set.of(Meaning.ACCEPTS);
			case PANEL_SIGNATURE -> Set.of(Meaning.SIGNS);
			case PANEL_CONCLUSION -> Set.of(Meaning.REACHES_NO_CONCLUSION);
			case OBJECTION_ANSWER -> Set.of(Meaning.UPHOLDS, Meaning.DISMISSES);
			default -> Set.of();
		};
	}

	/**
	 * @return meanings of which the choices for each park must have one each
	 */
	public Set<Meaning> offersForEachPark() {
		return switch (this) {
			case BALLOT -> Set.of(Meaning.AGREES);
			case COORDINATION -> Set.of(Meaning.ASKS_AGAIN, Meaning.STRIKES_OUT);
			default -> Set.of();
		};
	}

	/**
	 * @return keys of the fields that the form of the step must have; one that ends with
	 * a * is the beginning of the keys of some fields, of which there must be one
	 */
	public List<String> fields() {
		return switch (this) {
			case MEETING, MEETING_CALL -> List.of("meetingDate", "place");
			case SITE_INSPECTION -> List.of("leaderPresent", "inspectorsPresent");
			case STATEMENT_REVIEW -> List.of("findings");
			case GRADING -> List.of("score*");
			case FILING -> List.of("ground", "facts", "evidence");
			case NOTICE_DRAFT -> List.of("title", "introduction", "publicationDay");
			case ISSUE -> List.of("documentNumber", "issuedOn");
			case OBJECTION_ANSWER -> List.of("answer");
			default -> List.of();
		};
	}

	/**
	 * @return keys of further fields that are read where the form has them: official
	 * documents and notices recite them
	 */
	public List<String> recites() {
		return switch (this) {
			case MEETING_CALL -> List.of("link", "agenda");
			case MEETING -> List.of("link", "agenda", "attendance");
			case OBJECTION_VERIFICATION -> List.of("facts");
			case DRAFT -> List.of("title", "overview", "requirements", "copies", "standard_*");
			case NOTICE_DRAFT -> List.of("phone", "fax", "email", "address", "postcode", "visitingHours");
			default -> List.of();
		};
	}

	/**
	 * @return whether several have the step side by side, each for himself; empty where
	 * the diagram may choose
	 */
	public Optional<Boolean> isForEach() {
		return switch (this) {
			case ORDINARY -> Optional.empty();
			case INVITATION, PANEL_VOTE, PANEL_SIGNATURE, BALLOT -> Optional.of(true);
			default -> Optional.of(false);
		};
	}

	/**
	 * @return whether somebody votes, signs or concludes, so that nothing can stand for
	 * his silence
	 */
	public boolean isVote() {
		return switch (this) {
			case BALLOT, COORDINATION, PANEL_VOTE, PANEL_CONCLUSION, PANEL_SIGNATURE -> true;
			default -> false;
		};
	}

	/**
	 * @return whether its outcomes are weighed against each other, so that they need a
	 * rank
	 */
	public boolean isRanked() {
		return this == PANEL_VOTE || this == PANEL_CONCLUSION;
	}

	/**
	 * @param name as a diagram declares it
	 * @return empty for a name that is none
	 */
	public static Optional<Purpose> named(String name) {
		for (Purpose purpose : values()) {
			if (purpose.name().equals(name)) {
				return Optional.of(purpose);
			}
		}
		return Optional.empty();
	}

}
