package cn.ecopark.process;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * One thing in a shipped diagram is changed: whoever draws is told of it at its element,
 * what is wrong and what to do, and of hardly anything else.
 */
class SeededFaultsTest {

	private static final PackFiles SHIPPED = PackFiles.shipped(ShippedPacks.FIRST.pack());

	private static final RulePack PACK = ShippedPacks.packs().get(ShippedPacks.FIRST);

	static Stream<Arguments> faults() {
		return Stream.of(
				fault("provincial-review", "no-name", "Task_ProvincialReview",
						drawing -> drawing.set("Task_ProvincialReview", "name", " "),
						""),
				fault("provincial-review", "no-role", "Task_CheckCompleteness",
						drawing -> drawing.camunda("Task_CheckCompleteness", "candidateGroups", "CHIEF"),
						""),
				fault("provincial-review", "no-outcomes", "Task_DecideLapse",
						drawing -> drawing.withoutProperty("Task_DecideLapse", "outcomes").withoutProperty("Task_DecideLapse", "issues"),
						""),
				fault("provincial-review", "bare-step", "Task_DecideLapse",
						drawing -> drawing.withoutPart("Task_DecideLapse", "properties").withoutCamunda("Task_DecideLapse", "candidateGroups"),
						""),
				fault("provincial-review", "unknown-outcome", "Task_DecideLapse",
						drawing -> drawing.property("Task_DecideLapse", "outcomes", "EXTEND,CLOSE,MAYBE"),
						""),
				fault("provincial-review", "no-way-for", "Gateway_Extended",
						drawing -> drawing.property("Task_DecideLapse", "outcomes", "EXTEND,CLOSE,ADMIT"),
						""),
				fault("provincial-review", "several-ways-for", "Gateway_Extended",
						drawing -> drawing.condition("Flow_Extended_Lapsed", "${Task_DecideLapse_outcome == 'EXTEND' or Task_DecideLapse_outcome == 'CLOSE'}"),
						""),
				fault("provincial-review", "never-holds", "Flow_Extended_Correct",
						drawing -> drawing.condition("Flow_Extended_Correct", "${Task_DecideLapse_outcome == 'ADMIT'}"),
						""),
				fault("provincial-review", "fact-never-set", "Flow_Extended_Correct",
						drawing -> drawing.condition("Flow_Extended_Correct", "${otherResult == 'ADMIT'}"),
						""),
				fault("provincial-review", "says-the-contrary", "Flow_Complete_Correct",
						drawing -> drawing.set("Flow_Complete_Correct", "name", "不予受理"),
						""),
				fault("provincial-review", "reads-like-another", "Flow_Extended_Correct",
						drawing -> drawing.set("Flow_Extended_Correct", "name", "终止"),
						""),
				fault("provincial-review", "label-twice", "Flow_Complete_NotAdmitted",
						drawing -> drawing.set("Flow_Complete_NotAdmitted", "name", "受理"),
						""),
				fault("provincial-review", "no-label", "Flow_Extended_Correct",
						drawing -> drawing.set("Flow_Extended_Correct", "name", ""),
						""),
				fault("provincial-review", "way-without-condition", "Flow_Extended_Correct",
						drawing -> drawing.withoutPart("Flow_Extended_Correct", "conditionExpression"),
						""),
				fault("provincial-review", "way-for-nothing", "Flow_New",
						drawing -> drawing.flow("Flow_New", "Gateway_Extended", "End_Lapsed").set("Flow_New", "name", "其他").set("Gateway_Extended", "default", "Flow_New"),
						""),
				fault("provincial-review", "outcome-not-asked", "Gateway_Extended",
						drawing -> drawing.condition("Flow_Extended_Correct", "${Task_ProvincialReview_outcome == 'SEND_BACK'}").condition("Flow_Extended_Lapsed", "${Task_ProvincialReview_outcome != 'SEND_BACK'}").set("Flow_Extended_Correct", "name", "退回补正").set("Flow_Extended_Lapsed", "name", "其他"),
						""),
				fault("provincial-review", "no-condition", "Flow_Extended_Correct",
						drawing -> drawing.condition("Flow_Extended_Correct", "EXTEND"),
						""),
				fault("provincial-review", "question-without-words", "Gateway_Extended",
						drawing -> drawing.without("Gateway_Extended", "name"),
						""),
				fault("provincial-review", "unknown-limit", "Task_Correct",
						drawing -> drawing.property("Task_Correct", "limit", "forever"),
						""),
				fault("provincial-review", "unknown-limit", "Event_CorrectionOverdue",
						drawing -> drawing.date("Event_CorrectionOverdue", "${due_never}"),
						""),
				fault("provincial-review", "no-date", "Event_CorrectionOverdue",
						drawing -> drawing.date("Event_CorrectionOverdue", "下周"),
						""),
				fault("provincial-review", "interrupted-by-another-limit", "Event_CorrectionOverdue",
						drawing -> drawing.date("Event_CorrectionOverdue", "${due_decideLapse}"),
						""),
				fault("provincial-review", "dead-end", "Task_Correct",
						drawing -> drawing.without("Flow_Correct_ReturnTo"),
						""),
				fault("provincial-review", "unreachable", "Task_DecideLapse",
						drawing -> drawing.without("Flow_CorrectionOverdue_DecideLapse").without("Event_CorrectionOverdue"),
						""),
				fault("provincial-review", "flow-to-nowhere", "Flow_Correct_ReturnTo",
						drawing -> drawing.set("Flow_Correct_ReturnTo", "targetRef", "Gone"),
						""),
				fault("provincial-review", "begun-twice", "Gateway_ReturnTo",
						drawing -> drawing.kind("Gateway_OpinionsHeard", "exclusiveGateway"),
						""),
				fault("provincial-review", "join-never-meets", "Gateway_OpinionsHeard",
						drawing -> drawing.kind("Gateway_AskForOpinions", "exclusiveGateway"),
						""),
				fault("provincial-review", "join-never-meets", "Gateway_OpinionsHeard",
						drawing -> drawing.set("Flow_ScienceHeard_OpinionsHeard", "targetRef", "End_Refused"),
						""),
				fault("provincial-review", "two-ends", "End_Lapsed",
						drawing -> drawing.flow("Flow_New", "Task_AssignCaseNumber", "End_Lapsed"),
						""),
				fault("provincial-review", "tokens-without-end", "Task_CheckCompleteness",
						drawing -> drawing.flow("Flow_New", "Task_ProvincialReview", "Task_CheckCompleteness").flow("Flow_Again", "Task_CheckCompleteness", "Task_ProvincialReview"),
						""),
				fault("provincial-review", "no-way-out", "Task_Correct",
						drawing -> drawing.set("Flow_Correct_ReturnTo", "targetRef", "Task_Correct").set("Flow_CorrectionOverdue_DecideLapse", "targetRef", "Task_Correct"),
						""),
				fault("joint-decision", "endless-loop", "Task_ApplyCoordination",
						drawing -> drawing.set("Flow_Coordinated_Countersign", "targetRef", "Task_ApplyCoordination"),
						""),
				fault("naming", "unknown-diagram", "Call_JointDecision",
						drawing -> drawing.set("Call_JointDecision", "calledElement", "elsewhere"),
						""),
				fault("naming", "calls-itself", "Call_JointDecision",
						drawing -> drawing.set("Call_JointDecision", "calledElement", "naming"),
						""),
				fault("naming", "diagram-of-another-release", "Call_JointDecision",
						drawing -> drawing.withoutCamunda("Call_JointDecision", "calledElementBinding"),
						""),
				fault("provincial-review", "no-result", "End_Refused",
						drawing -> drawing.withoutProperty("End_Refused", "result"),
						""),
				fault("provincial-review", "unknown-result", "End_Refused",
						drawing -> drawing.property("End_Refused", "result", "TIRED"),
						""),
				fault("award", "end-without-effect", "End_Named",
						drawing -> drawing.camunda("Task_RecordNaming", "delegateExpression", "${assignCaseNumber}"),
						""),
				fault("provincial-review", "effect-out-of-place", "Task_AssignCaseNumber",
						drawing -> drawing.camunda("Task_AssignCaseNumber", "delegateExpression", "${tallyBallots}"),
						""),
				fault("provincial-review", "does-nothing", "Task_AssignCaseNumber",
						drawing -> drawing.withoutCamunda("Task_AssignCaseNumber", "delegateExpression"),
						""),
				fault("naming", "effect-without-step", "Task_IssuePaper",
						drawing -> drawing.property("Task_Issue", "purpose", "ORDINARY"),
						""),
				fault("provincial-review", "purpose-out-of-place", "Task_Correct",
						drawing -> drawing.property("Task_Correct", "purpose", "BALLOT"),
						""),
				fault("plan-review", "purpose-lacks-outcome", "Task_AcceptInvitation",
						drawing -> drawing.property("Task_AcceptInvitation", "outcomes", "DECLINE"),
						""),
				fault("joint-decision", "purpose-lacks-choice", "Task_Coordinate",
						drawing -> drawing.property("Task_Coordinate", "choices", "ASK_AGAIN"),
						""),
				fault("naming", "purpose-lacks-field", "Task_Issue",
						drawing -> drawing.camunda("Task_Issue", "formRef", "naming-draft"),
						""),
				fault("naming", "unknown-form", "Task_Issue",
						drawing -> drawing.camunda("Task_Issue", "formRef", "naming-isue"),
						""),
				fault("provincial-review", "unknown-paper", "Task_Correct",
						drawing -> drawing.property("Task_Correct", "optionalDocuments", "poem"),
						""),
				fault("joint-decision", "purpose-of-each", "Task_Countersign",
						drawing -> drawing.withoutPart("Task_Countersign", "multiInstanceLoopCharacteristics"),
						""),
				fault("provincial-review", "strange-element", "Task_AssignCaseNumber",
						drawing -> drawing.kind("Task_AssignCaseNumber", "scriptTask").withoutCamunda("Task_AssignCaseNumber", "delegateExpression"),
						""),
				fault("provincial-review", "strange-attribute", "Task_Correct",
						drawing -> drawing.camunda("Task_Correct", "assignee", "zhang"),
						""),
				fault("provincial-review", "strange-expression", "Task_Correct",
						drawing -> drawing.set("Task_Correct", "name", "${a.b()}"),
						""),
				fault("provincial-review", "misspelt-property", "Task_Correct",
						drawing -> drawing.renamedProperty("Task_Correct", "outcomes", "outcome"),
						""),
				fault("provincial-review", "no-word-for-silence", "Task_ProvincialReview",
						drawing -> drawing.property("Task_ProvincialReview", "silence", "CLOSE"),
						""),
				fault("joint-decision", "no-number-of-signatures", "Task_Countersign",
						drawing -> drawing.property("Task_Countersign", "signatures", "5"),
						""),
				fault("provincial-review", "mark-not-true", "Mark_Task_ProvincialReview",
						drawing -> drawing.words("Mark_Task_ProvincialReview", "园区 3个工作日"),
						""),
				fault("provincial-review", "not-drawn", "Task_Correct",
						drawing -> drawing.withoutPicture("Task_Correct"),
						""),
				fault("provincial-review", "overlaps", "Task_DecideLapse",
						drawing -> drawing.upon("Task_DecideLapse", "Task_Correct"),
						""),
				fault("provincial-review", "through-a-step", "Flow_AssignCaseNumber_Admitted",
						drawing -> drawing.through("Flow_AssignCaseNumber_Admitted", "Task_Correct"),
						""),
				fault("provincial-review", "name-not-chinese", "Task_Correct",
						drawing -> drawing.set("Task_Correct", "name", "Correct it"),
						""),
				fault("provincial-review", "name-twice", "Task_DecideLapse",
						drawing -> drawing.set("Task_DecideLapse", "name", "逐项补正"),
						""),
				fault("revision-decision", "named-otherwise", "Task_Issue",
						drawing -> drawing.set("Task_Issue", "name", "编文号并印发"),
						""),
				fault("provincial-review", "nameless", "End_Refused",
						drawing -> drawing.without("End_Refused", "name"),
						""));
	}

	private static Arguments fault(String diagram, String key, String element, UnaryOperator<Drawing> change,
			String sentence) {
		return arguments(diagram, key, element, change, sentence);
	}

	@Test
	void areMany() {
		assertThat(faults().count()).isGreaterThan(40);
	}

	@ParameterizedTest(name = "{0}: {1} at {2}")
	@MethodSource("faults")
	void areToldAtTheirElementInTheRightWords(String diagram, String key, String element,
			UnaryOperator<Drawing> change, String sentence) {
		String file = PackFiles.DIAGRAMS + diagram + ".bpmn";
		Drawing drawing = change.apply(new Drawing(SHIPPED.find(file).orElseThrow()));

		List<PackFinding> findings = ProcessTestEngine.modelCheck().check(PACK, SHIPPED, file, drawing.content());
		List<PackFinding> here = findings.stream().filter(finding -> finding.file().equals(file)).toList();

		assertThat(here).anySatisfy(finding -> {
			assertThat(finding.key()).isEqualTo("model." + key);
			assertThat(finding.place()).isEqualTo(element);
			assertThat(FindingWords.chinese(finding)).isEqualTo(sentence);
			// Nothing but what is quoted may be in another language.
			assertThat(FindingWords.chinese(finding).replaceAll("“[^”]*”", "")).doesNotContainPattern("[A-Za-z]{2}");
			assertThat(FindingWords.english(finding).replaceAll("“[^”]*”", "")).doesNotContainPattern("[\\p{IsHan}]");
		});
		assertThat(here).hasSizeLessThanOrEqualTo(2);
		assertThat(here).extracting(PackFinding::severity).isSorted();
	}

}
