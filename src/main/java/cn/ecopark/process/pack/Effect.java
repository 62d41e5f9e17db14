package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.ecopark.batch.BatchFlow.BallotsResult;
import cn.ecopark.batch.BatchFlow.CoordinationResult;
import cn.ecopark.expert.SettleOpinion;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.rulepack.Grade;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;

import static cn.ecopark.rulepack.Procedure.Kind.BATCH;
import static cn.ecopark.rulepack.Procedure.Kind.CASE;
import static cn.ecopark.rulepack.Procedure.Kind.DELIVERY;
import static cn.ecopark.rulepack.Procedure.Kind.OBJECTION;
import static cn.ecopark.rulepack.Procedure.Kind.STAGE;

/**
 * What a service step of a diagram may do, declared once: where it may stand, which steps
 * have to be in the same diagram, and which fact it sets for the gateways behind it. What
 * it does is told to administrators in words, under {@code catalogue.effect.<name>}.
 */
public enum Effect {

	/** 编号: gives an admitted case its number. */
	ASSIGN_CASE_NUMBER("assignCaseNumber", null, Set.of(CASE, STAGE)),
	/** 撤回: takes a withdrawn case out of the batch it waits in. */
	RECORD_WITHDRAWAL("recordWithdrawal", null, Set.of(CASE)),
	/** 批准建设: enters in the register that the park is being built. */
	RECORD_APPROVAL("recordApproval", null, Set.of(CASE)),
	/** 规划修订: enters in the register that the park goes on by another plan. */
	RECORD_REVISED_PLAN("recordRevisedPlan", null, Set.of(CASE)),
	/** 命名: enters the title in the register. */
	RECORD_NAMING("recordNaming", null, Set.of(CASE)),
	/** 取消命名、除名: enters the exit in the register. */
	RECORD_EXIT("recordExit", null, Set.of(CASE)),
	/** 限期整改: begins the time that the park has for what was asked last. */
	ORDER_RECTIFICATION("orderRectification", null, Set.of(CASE, STAGE)),
	/** 评定等级: the grade that the newest score earns. */
	GRADE_RECHECK("gradeRecheck", "recheckGrade", Set.of(CASE, STAGE), Purpose.GRADING),
	/** 组建结果: whether enough experts have accepted. */
	CHECK_PANEL("checkPanel", "panelResult", Set.of(STAGE), Purpose.PANEL_FORMATION, Purpose.INVITATION),
	/** 签署结果: whether the leader's conclusion holds. */
	SETTLE_OPINION("settleOpinion", "conclusionResult", Set.of(STAGE), Purpose.PANEL_CONCLUSION,
			Purpose.PANEL_SIGNATURE),
	/** 汇总各部意见. */
	TALLY_BALLOTS("tallyBallots", "ballotsResult", Set.of(BATCH), Purpose.BALLOT),
	/** 协调结果. */
	APPLY_COORDINATION("applyCoordination", "coordinationResult", Set.of(BATCH), Purpose.COORDINATION),
	/** 登记印发文件. */
	ISSUE_PAPER("issuePaper", null, Set.of(BATCH), Purpose.BALLOT, Purpose.ISSUE),
	/** 送达: sends every park left on its way. */
	SEND_BATCH_RESULTS("sendBatchResults", null, Set.of(BATCH)),
	/** 发布公示. */
	PUBLISH_NOTICE("publishNotice", null, Set.of(BATCH), Purpose.NOTICE_DRAFT, Purpose.BALLOT),
	/** 公示期满. */
	CLOSE_NOTICE("closeNotice", null, Set.of(BATCH), Purpose.NOTICE_DRAFT),
	/** 办结异议. */
	SETTLE_OBJECTION("settleObjection", null, Set.of(OBJECTION), Purpose.OBJECTION_ANSWER),
	/** 送达批次结果 to one case. */
	DELIVER_BATCH_RESULT("deliverBatchResult", null, Set.of(DELIVERY));

	/** Of {@link #CHECK_PANEL}: enough experts have accepted. */
	public static final String COMPLETE = "COMPLETE";

	/** Of {@link #CHECK_PANEL}: too few have accepted, and nobody is asked any more. */
	public static final String INCOMPLETE = "INCOMPLETE";

	private final String text;

	private final @Nullable String fact;

	private final Set<Procedure.Kind> standsIn;

	private final Set<Purpose> needs;

	Effect(String text, @Nullable String fact, Set<Procedure.Kind> standsIn, Purpose... needs) {
		this.text = text;
		this.fact = fact;
		this.standsIn = standsIn;
		this.needs = Set.of(needs);
	}

	/**
	 * @return the name that diagrams use
	 */
	public String text() {
		return this.text;
	}

	/**
	 * @return name of the fact it sets; empty where it sets none
	 */
	public Optional<String> fact() {
		return Optional.ofNullable(this.fact);
	}

	/**
	 * @return kinds of diagrams it may stand in
	 */
	public Set<Procedure.Kind> standsIn() {
		return this.standsIn;
	}

	/**
	 * @return purposes of steps without which it has nothing to go by
	 */
	public Set<Purpose> needs() {
		return this.needs;
	}

	/**
	 * @param lifeStatuses that the register has to give a park
	 * @return the effects that enter it there as one of these, or give it a plan as one
	 */
	static Set<Effect> entering(Set<String> lifeStatuses) {
		Set<Effect> entering = EnumSet.noneOf(Effect.class);
		if (lifeStatuses.contains(LifeStatus.UNDER_CONSTRUCTION.name())) {
			entering.addAll(Set.of(RECORD_APPROVAL, RECORD_REVISED_PLAN));
		}
		if (lifeStatuses.contains(LifeStatus.NAMED.name())) {
			entering.add(RECORD_NAMING);
		}
		if (lifeStatuses.contains(LifeStatus.REVOKED.name()) || lifeStatuses.contains(LifeStatus.REMOVED.name())) {
			entering.add(RECORD_EXIT);
		}
		return entering;
	}

	/**
	 * @param meaning of the result that an end of the diagram has
	 * @return whether nobody would learn of the end without this effect
	 */
	boolean isOwedTo(Procedure.Kind kind, @Nullable Meaning meaning) {
		return switch (this) {
			// A notice sends each park on as it closes.
			case SEND_BATCH_RESULTS -> kind == BATCH && meaning != Meaning.EMPTIED && meaning != Meaning.PUBLISHED;
			case PUBLISH_NOTICE, CLOSE_NOTICE -> kind == BATCH && meaning == Meaning.PUBLISHED;
			case SETTLE_OBJECTION -> kind == OBJECTION;
			case DELIVER_BATCH_RESULT -> kind == DELIVERY;
			default -> false;
		};
	}

	/**
	 * @param conclusions outcomes with which the leader of the panel may conclude in that
	 * diagram
	 * @return what the fact it sets may be
	 */
	List<String> values(RulePack pack, List<String> conclusions) {
		return switch (this) {
			case GRADE_RECHECK -> pack.grades().stream().map(Grade::code).toList();
			case CHECK_PANEL -> List.of(COMPLETE, INCOMPLETE);
			case SETTLE_OPINION -> {
				List<String> results = new ArrayList<>(conclusions);
				results.add(SettleOpinion.UNSIGNED);
				yield results;
			}
			case TALLY_BALLOTS -> names(BallotsResult.values());
			case APPLY_COORDINATION -> names(CoordinationResult.values());
			default -> List.of();
		};
	}

	private static List<String> names(Enum<?>[] constants) {
		return Stream.of(constants).map(Enum::name).toList();
	}

	/**
	 * @return empty for a name that no step may call
	 */
	public static Optional<Effect> named(String text) {
		return Stream.of(values()).filter(effect -> effect.text.equals(text)).findFirst();
	}

}
