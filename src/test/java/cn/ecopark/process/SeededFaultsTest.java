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
		return Stream.of(fault("provincial-review", "no-name", "Task_ProvincialReview",
				drawing -> drawing.set("Task_ProvincialReview", "name", " "), "“办公室是否退回补正？”之后的办理步骤没有名称。请写上这一步办什么。"),
				fault("provincial-review", "no-role", "Task_CheckCompleteness",
						drawing -> drawing.camunda("Task_CheckCompleteness", "candidateGroups", "CHIEF"),
						"“审查材料完整性”：办理角色“CHIEF”不在规则包中。请选规则包中的一个角色。"),
				fault("provincial-review", "no-outcomes", "Task_DecideLapse",
						drawing -> drawing.withoutProperty("Task_DecideLapse", "outcomes")
							.withoutProperty("Task_DecideLapse", "issues"),
						"“处理逾期未补正”：没有写明可以怎样办结。请选定办理结果。"),
				fault("provincial-review", "bare-step", "Task_DecideLapse",
						drawing -> drawing.withoutPart("Task_DecideLapse", "properties")
							.withoutCamunda("Task_DecideLapse", "candidateGroups"),
						"“处理逾期未补正”：还没有写明由谁办理、可以怎样办结。请选定办理角色和办理结果。"),
				fault("provincial-review", "unknown-outcome", "Task_DecideLapse",
						drawing -> drawing.property("Task_DecideLapse", "outcomes", "EXTEND,CLOSE,MAYBE"),
						"“处理逾期未补正”：规则包里没有办理结果“MAYBE”。请从规则包的办理结果中选。"),
				fault("provincial-review", "no-way-for", "Gateway_Extended",
						drawing -> drawing.property("Task_DecideLapse", "outcomes", "EXTEND,CLOSE,ADMIT"),
						"“是否延期？”：结果为“予以受理”时没有去路，案件会停在这里。请补画一条连线。"),
				fault("provincial-review", "several-ways-for", "Gateway_Extended",
						drawing -> drawing.condition("Flow_Extended_Lapsed",
								"${Task_DecideLapse_outcome == 'EXTEND' or Task_DecideLapse_outcome == 'CLOSE'}"),
						"“是否延期？”：结果为“同意延期”时有几条去路。请改正条件，只留一条。"),
				fault("provincial-review", "never-holds", "Flow_Extended_Correct",
						drawing -> drawing.condition("Flow_Extended_Correct", "${Task_DecideLapse_outcome == 'ADMIT'}"),
						"“是否延期？”之后写着“延期”的连线：“处理逾期未补正”不会有“予以受理”这种结果，这条路永远走不到。请改正条件，或者删去这条连线。"),
				fault("provincial-review", "fact-never-set", "Flow_Extended_Correct",
						drawing -> drawing.condition("Flow_Extended_Correct", "${otherResult == 'ADMIT'}"),
						"“是否延期？”之后写着“延期”的连线：条件问的是“otherResult”，而图中没有任何步骤给出它。请改成问前面某一步的结果。"),
				fault("provincial-review", "says-the-contrary", "Flow_Complete_Correct",
						drawing -> drawing.set("Flow_Complete_Correct", "name", "不予受理"),
						"“是否受理？”之后写着“不予受理”的连线：连线上写的是“不予受理”，条件问的却是“退回补正”。请改成一致。"),
				fault("provincial-review", "reads-like-another", "Flow_Extended_Correct",
						drawing -> drawing.set("Flow_Extended_Correct", "name", "终止"),
						"“是否延期？”之后写着“终止”的连线：条件问的是“同意延期”，连线上的“终止”却像是“终止办理”。请核对文字和条件是否对调。"),
				fault("acceptance", "label-twice", "Flow_Signed_HandleNoConclusion",
						drawing -> drawing.set("Flow_Signed_HandleNoConclusion", "name", "不足，重拟"),
						"“签署是否足够？”之后写着“不足，重拟”的连线：同一处另有一条去路也写“不足，重拟”。请写成不同的文字。"),
				fault("provincial-review", "no-label", "Flow_Extended_Correct",
						drawing -> drawing.set("Flow_Extended_Correct", "name", ""),
						"从“是否延期？”到“逐项补正”的连线：没有写字。请写上走这条路的情况。"),
				fault("provincial-review", "way-without-condition", "Flow_Extended_Correct",
						drawing -> drawing.withoutPart("Flow_Extended_Correct", "conditionExpression"),
						"“是否延期？”之后写着“延期”的连线：没有写明什么情况走这条路。请写上条件，或者设为默认去路。"),
				fault("provincial-review", "way-for-nothing", "Flow_New",
						drawing -> drawing.flow("Flow_New", "Gateway_Extended", "End_Lapsed")
							.set("Flow_New", "name", "其他")
							.set("Gateway_Extended", "default", "Flow_New"),
						"“是否延期？”之后写着“其他”的连线：“处理逾期未补正”的每种结果都已有去路，这条默认去路没有案件会走。请删去，或者改正其他条件。"),
				fault("provincial-review", "outcome-not-asked", "Gateway_Extended",
						drawing -> drawing
							.condition("Flow_Extended_Correct", "${Task_ProvincialReview_outcome == 'SEND_BACK'}")
							.condition("Flow_Extended_Lapsed", "${Task_ProvincialReview_outcome != 'SEND_BACK'}")
							.set("Flow_Extended_Correct", "name", "退回补正")
							.set("Flow_Extended_Lapsed", "name", "其他"),
						"“是否延期？”：前一步“处理逾期未补正”有几种办理结果，这里却不问是哪一种。请改成问这一步的结果。"),
				fault("provincial-review", "no-condition", "Flow_Extended_Correct",
						drawing -> drawing.condition("Flow_Extended_Correct", "EXTEND"),
						"“是否延期？”之后写着“延期”的连线：条件“EXTEND”得不出“是”或者“否”。请改成问前面某一步的办理结果。"),
				fault("provincial-review", "question-without-words", "Gateway_Extended",
						drawing -> drawing.without("Gateway_Extended", "name"),
						"“处理逾期未补正”之后的判断没有写明问什么。请写上问题，例如“是否受理？”。"),
				fault("provincial-review", "unknown-limit", "Task_Correct",
						drawing -> drawing.property("Task_Correct", "limit", "forever"),
						"“逐项补正”：规则包里没有期限“forever”。请从期限表中选，或者先在期限表中补上。"),
				fault("provincial-review", "unknown-limit", "Event_CorrectionOverdue",
						drawing -> drawing.date("Event_CorrectionOverdue", "${due_never}"),
						"“逾期未补正”：规则包里没有期限“never”。请从期限表中选，或者先在期限表中补上。"),
				fault("provincial-review", "no-date", "Event_CorrectionOverdue",
						drawing -> drawing.date("Event_CorrectionOverdue", "下周"),
						"“逾期未补正”：等到哪一天写的是“下周”，不是日期。请选规则包中的一个期限。"),
				fault("provincial-review", "interrupted-by-another-limit", "Event_CorrectionOverdue",
						drawing -> drawing.date("Event_CorrectionOverdue", "${due_decideLapse}"),
						"“逾期未补正”：在期限“处理逾期未补正”届满时终止步骤，而步骤本身的期限是“补正”。请改为同一个期限。"),
				fault("provincial-review", "dead-end", "Task_Correct",
						drawing -> drawing.without("Flow_Correct_ReturnTo"), "“逐项补正”：办完之后没有去处。请接到下一步或者结束。"),
				fault("provincial-review", "unreachable", "Task_DecideLapse",
						drawing -> drawing.without("Flow_CorrectionOverdue_DecideLapse")
							.without("Event_CorrectionOverdue"),
						"“处理逾期未补正”：案件从开始走不到这里。请用连线接上，或者删去。"),
				fault("provincial-review", "flow-to-nowhere", "Flow_Correct_ReturnTo",
						drawing -> drawing.set("Flow_Correct_ReturnTo", "targetRef", "Gone"),
						"“逐项补正”旁没有接好的连线：连线有一端没有接上。请重新连接，或者删去。"),
				fault("provincial-review", "begun-twice", "Gateway_OpinionsHeard",
						drawing -> drawing.kind("Gateway_OpinionsHeard", "exclusiveGateway"),
						"“商务部门提出初审意见”之后的汇合：几条并行的路会先后走到这里，这一步会同时办两遍。请先用并行汇合把各路合成一条。"),
				fault("provincial-review", "join-never-meets", "Gateway_OpinionsHeard",
						drawing -> drawing.kind("Gateway_AskForOpinions", "exclusiveGateway"),
						"“商务部门提出初审意见”之后的并行网关：要等齐各条路才往下走，但有的路可能不会走到，案件会停在这里。请改用“只走一条”的汇合，或者让各路都到这里。"),
				fault("provincial-review", "two-ends", "End_NotAdmitted",
						drawing -> drawing.set("Flow_ScienceHeard_OpinionsHeard", "targetRef", "End_Refused"),
						"“不予受理”：并行的路没有汇合就各自结束，一个案件会得出两个结果。请在结束之前用并行汇合合成一条。"),
				fault("provincial-review", "two-ends", "End_Lapsed",
						drawing -> drawing.flow("Flow_New", "Task_AssignCaseNumber", "End_Lapsed"),
						"“逾期未补正，终止”：并行的路没有汇合就各自结束，一个案件会得出两个结果。请在结束之前用并行汇合合成一条。"),
				fault("provincial-review", "tokens-without-end", "Task_ProvincialReview",
						drawing -> drawing.flow("Flow_New", "Task_ProvincialReview", "Task_CheckCompleteness")
							.flow("Flow_Again", "Task_CheckCompleteness", "Task_ProvincialReview"),
						"“省级初审”：会被一次又一次同时启动，没有止境。请检查前面的并行分支，不要让它转回分支之前。"),
				fault("provincial-review", "no-way-out", "Task_Correct",
						drawing -> drawing.set("Flow_Correct_ReturnTo", "targetRef", "Task_Correct")
							.set("Flow_CorrectionOverdue_DecideLapse", "targetRef", "Task_Correct"),
						"“逐项补正”：从这里起怎样办都到不了结束。请画出一条通往结束的路。"),
				fault("joint-decision", "endless-loop", "Task_ApplyCoordination",
						drawing -> drawing.set("Flow_Coordinated_Countersign", "targetRef", "Task_ApplyCoordination"),
						"“按协调意见办理”：“按协调意见办理”、“协调结果？”之间循环往复，中间没有人办理、也不等待，系统会停不下来。请在其中加一个办理步骤，或者去掉循环。"),
				fault("naming", "unknown-diagram", "Call_JointDecision",
						drawing -> drawing.set("Call_JointDecision", "calledElement", "elsewhere"),
						"“各部会签、协调”：规则包里没有流程“elsewhere”。请另选一个流程。"),
				fault("naming", "calls-itself", "Call_JointDecision",
						drawing -> drawing.set("Call_JointDecision", "calledElement", "naming"),
						"“各部会签、协调”：转入“命名”之后又会回到本流程，没有止境。请改为转入别的流程。"),
				fault("naming", "diagram-of-another-release", "Call_JointDecision",
						drawing -> drawing.withoutCamunda("Call_JointDecision", "calledElementBinding"),
						"“各部会签、协调”：所转入的“联合决定”没有设为随本版本一起使用。请重新选择流程。"),
				fault("provincial-review", "no-result", "End_Refused",
						drawing -> drawing.withoutProperty("End_Refused", "result"), "“不予转报”：没有写明以什么结果结束。请选定结果。"),
				fault("provincial-review", "unknown-result", "End_Refused",
						drawing -> drawing.property("End_Refused", "result", "TIRED"),
						"“不予转报”：规则包里没有结果“TIRED”。请从规则包的结果中选。"),
				fault("award", "end-without-effect", "End_Named",
						drawing -> drawing.camunda("Task_RecordNaming", "delegateExpression", "${assignCaseNumber}"),
						"“已命名”：以“已命名”结束之前，每条路都要先经过系统动作“名录登记：命名，制发证书”，有的路没有经过。请在通往这里的路上补上。"),
				fault("provincial-review", "effect-out-of-place", "Task_AssignCaseNumber",
						drawing -> drawing.camunda("Task_AssignCaseNumber", "delegateExpression", "${tallyBallots}"),
						"“登记受理”：“汇总各部意见，判断是否一致同意”这项系统动作不能画在这一类流程图里。请换一项，或者移到别的流程图。"),
				fault("provincial-review", "does-nothing", "Task_AssignCaseNumber",
						drawing -> drawing.withoutCamunda("Task_AssignCaseNumber", "delegateExpression"),
						"“登记受理”：没有写明系统做什么。请选定一项系统动作。"),
				fault("naming", "effect-without-step", "Task_IssuePaper",
						drawing -> drawing.property("Task_Issue", "purpose", "ORDINARY"),
						"“登记发文”：“登记印发的文件”要依据“编号、印发”的步骤，图中没有。请先画上这一步。"),
				fault("provincial-review", "purpose-out-of-place", "Task_Correct",
						drawing -> drawing.property("Task_Correct", "purpose", "BALLOT"),
						"“逐项补正”：“会签”这种步骤不能画在这一类流程图里。请换一种用途，或者移到别的流程图。"),
				fault("plan-review", "purpose-lacks-outcome", "Task_AcceptInvitation",
						drawing -> drawing.property("Task_AcceptInvitation", "outcomes", "DECLINE"),
						"“接受邀请”：“邀请专家”的步骤，办理结果中要有一项表示“接受邀请”。请补上这项结果。"),
				fault("joint-decision", "purpose-lacks-choice", "Task_Coordinate",
						drawing -> drawing.property("Task_Coordinate", "choices", "ASK_AGAIN"),
						"“协调”：“协调”的步骤，可选意见中要有一项表示“把园区移出本批”。请补上这项意见。"),
				fault("naming", "purpose-lacks-field", "Task_Issue",
						drawing -> drawing.camunda("Task_Issue", "formRef", "naming-draft"),
						"“编号、印发”：“编号、印发”的步骤，表单中要有“文号、印发日期”一栏。请换一张表单，或者在表单中补上。"),
				fault("naming", "unknown-form", "Task_Issue",
						drawing -> drawing.camunda("Task_Issue", "formRef", "naming-isue"),
						"“编号、印发”：规则包里没有表单“naming-isue”。请另选一张表单。"),
				fault("provincial-review", "unknown-paper", "Task_Correct",
						drawing -> drawing.property("Task_Correct", "optionalDocuments", "poem"),
						"“逐项补正”：规则包里没有文书或者材料“poem”。请从规则包中选。"),
				fault("joint-decision", "purpose-of-each", "Task_Countersign",
						drawing -> drawing.withoutPart("Task_Countersign", "multiInstanceLoopCharacteristics"),
						"“会签”：“会签”由几个人分别办理。请设为逐一办理，并选定名单。"),
				fault("provincial-review", "strange-element", "Task_AssignCaseNumber",
						drawing -> drawing.kind("Task_AssignCaseNumber", "scriptTask")
							.withoutCamunda("Task_AssignCaseNumber", "delegateExpression"),
						"“登记受理”：系统不能办理“脚本步骤”这种图形。请删除，或者换成左侧工具栏里的图形。"),
				fault("provincial-review", "strange-attribute", "Task_Correct",
						drawing -> drawing.camunda("Task_Correct", "assignee", "zhang"),
						"“逐项补正”：带有系统不认的属性“camunda:assignee”。请删去这项属性。"),
				fault("provincial-review", "strange-expression", "Task_Correct",
						drawing -> drawing.set("Task_Correct", "name", "${a.b()}"),
						"“${a.b()}”：此处不能写表达式“${a.b()}”。请改成固定文字，或者从可选的条件、期限中选择。"),
				fault("provincial-review", "misspelt-property", "Task_Correct",
						drawing -> drawing.renamedProperty("Task_Correct", "outcomes", "outcome"),
						"“逐项补正”：系统不认属性“outcome”，可能想写“outcomes”。请改正。"),
				fault("provincial-review", "no-word-for-silence", "Task_ProvincialReview",
						drawing -> drawing.property("Task_ProvincialReview", "silence", "CLOSE"),
						"“省级初审”：“终止办理”不能表示逾期未答复。请选规则包中专指逾期未答复的结果。"),
				fault("joint-decision", "no-number-of-signatures", "Task_Countersign",
						drawing -> drawing.property("Task_Countersign", "signatures", "5"),
						"“会签”：须签署的人数只能是 1、2 或者 3，不能是“5”。请改正。"),
				fault("provincial-review", "mark-not-true", "Mark_Task_ProvincialReview",
						drawing -> drawing.words("Mark_Task_ProvincialReview", "园区 3个工作日"),
						"标注“园区 3个工作日”与所标的步骤不符，按这一步的角色和期限应为“省级生态 15个工作日”。请改正。"),
				fault("provincial-review", "not-drawn", "Task_Correct",
						drawing -> drawing.withoutPicture("Task_Correct"), "“逐项补正”：图上没有画出来。请删去重画。"),
				fault("provincial-review", "overlaps", "Task_DecideLapse",
						drawing -> drawing.upon("Task_DecideLapse", "Task_Correct"),
						"“处理逾期未补正”：与“逐项补正”、“逾期未补正”叠在一起，看不清。请移开。"),
				fault("provincial-review", "through-a-step", "Flow_AssignCaseNumber_Admitted",
						drawing -> drawing.through("Flow_AssignCaseNumber_Admitted", "Task_Correct"),
						"从“登记受理”到“已受理”的连线：从“逐项补正”上面穿过，容易看错。请绕开。"),
				fault("provincial-review", "name-not-chinese", "Task_Correct",
						drawing -> drawing.set("Task_Correct", "name", "Correct it"), "“Correct it”：名称不是中文。请改用中文名称。"),
				fault("provincial-review", "name-twice", "Task_DecideLapse",
						drawing -> drawing.set("Task_DecideLapse", "name", "逐项补正"),
						"“逐项补正”：图中另有一步也叫“逐项补正”，看的人分不清。请换一个名称。"),
				fault("revision-decision", "named-otherwise", "Task_Issue",
						drawing -> drawing.set("Task_Issue", "name", "编文号并印发"), "“编文号并印发”：同样的步骤在另一张图中叫“编号、印发”。请统一名称。"),
				fault("provincial-review", "nameless", "End_Refused", drawing -> drawing.without("End_Refused", "name"),
						"“是否转报？”之后的结束没有名称。请写上名称，让看图的人明白。"));
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
	void areToldAtTheirElementInTheRightWords(String diagram, String key, String element, UnaryOperator<Drawing> change,
			String sentence) {
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
