package cn.ecopark.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.process.pack.ModelFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shipped pack passes; with one thing broken it is refused, and the fault names file
 * and element.
 */
class ModelCheckTest {

	private final Map<String, String> models = new LinkedHashMap<>(ShippedPacks.models("2015-167"));

	@BeforeEach
	void shipsEveryDiagramOfThePack() {
		assertThat(ProcessTestEngine.pack().procedures().keySet())
			.allSatisfy(process -> assertThat(this.models).containsKey(process + ".bpmn"));
	}

	@Test
	void letsTheShippedPackPass() {
		assertThat(faults()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';',
			textBlock = """
					application ; isExecutable="true"                       ; isExecutable="false"            ; application             ; not executable
					application ; <bpmn:process id="application"            ; <bpmn:process id="other"        ; ``                      ; one process
					application ; name="省级初审"                            ; name=" "                        ; Task_ProvincialReview   ; no name
					application ; camunda:candidateGroups="OFFICE"          ; camunda:candidateGroups="CHIEF" ; Task_CheckCompleteness  ; no role of the pack
					application ; name="panel" value="correction"           ; name="panel" value="magic"      ; Task_Correct            ; no work panel
					application ; value="EXTEND,CLOSE"                      ; value=""                        ; Task_DecideLapse        ; no outcomes
					application ; value="EXTEND,CLOSE"                      ; value="EXTEND,CLOSE,MAYBE"      ; Task_DecideLapse        ; unknown outcome MAYBE
					application ; name="limit" value="correction"           ; name="limit" value="forever"    ; Task_Correct            ; unknown limit forever
					application ; name="limit" value="correction"           ; name="limit" value="decideLapse" ; Task_Correct           ; due on another date than its limit decideLapse
					application ; name="limit" value="correction"           ; name="limit" value="decideLapse" ; Task_Correct           ; no reminder of its limit decideLapse
					application ; camunda:dueDate="${due_correction}"       ; camunda:dueDate="${due_never}"  ; Task_Correct            ; name due_never in dueDate
					application ; name="documents" value="applicationLetter ; name="documents" value="poem    ; Task_SubmitApplication  ; unknown paper poem
					application ; regionalEiaApproval|regionalEiaContract   ; regionalEiaApproval|poem        ; Task_SubmitApplication  ; unknown paper poem
					application ; value="supplement"                        ; value="song"                    ; Task_SubmitApplication  ; unknown paper song
					application ; camunda:formRef="application-completeness" ; camunda:formRef="nowhere"      ; Task_CheckCompleteness  ; unknown form nowhere
					application ; name="points" value="CORRECT"             ; name="points" value="SEND_BACK" ; Task_CommerceOpinion    ; points for no outcome SEND_BACK
					application ; value="FORWARD,SEND_BACK,REFUSE"          ; value="SEND_BACK,REFUSE"        ; Task_ProvincialReview   ; an answer contradicts no outcome FORWARD
					application ; name="silence" value="NO_ANSWER"          ; name="silence" value="CLOSE"    ; Task_ProvincialReview   ; CLOSE does not stand for silence
					application ; name="silence" value="NO_ANSWER"          ; name="silence" value="nothing"  ; Task_ProvincialReview   ; nothing does not stand for silence
					application ; value="FORWARD,SEND_BACK,REFUSE"          ; value="FORWARD,SEND_BACK,REFUSE,NO_ANSWER" ; Task_ProvincialReview ; silence that can be chosen
					plan-review ; name="panel" value="correction"           ; name="panel" value="conclusion" ; Task_RevisePlan         ; silence for a vote
					application ; == 'FORWARD' or Task_ProvincialReview_outcome == 'NO_ANSWER' ; == 'FORWARD' ; Gateway_Forwarded       ; no way for NO_ANSWER
					application ; delegateExpression="${remind}"            ; delegateExpression="${issuePaper}" ; Reminder             ; name issuePaper in delegateExpression
					application ; camunda:delegateExpression="${assignCaseNumber}" ; name2="x"                ; Task_AssignCaseNumber   ; no delegateExpression
					application ; "${assignCaseNumber}"                     ; "${remind}"                     ; Task_AssignCaseNumber   ; name remind in delegateExpression
					application ; name="result" value="ADMITTED"            ; name="result" value="WONDERFUL" ; End_Admitted            ; unknown result WONDERFUL
					application ; name="result" value="ADMITTED"            ; name="other" value="ADMITTED"   ; End_Admitted            ; no result
					creation    ; calledElement="plan-review"               ; calledElement="nowhere"         ; Call_PlanReview         ; unknown diagram nowhere
					creation    ; calledElementBinding="deployment"         ; calledElementBinding="latest"   ; Call_Application        ; must stay inside the deployment
					creation    ; target="applicationResult"                ; target="MINISTRIES"             ; Call_Application        ; a variable called MINISTRIES
					creation    ; camunda:outputParameter name="approvalResult" ; camunda:outputParameter name="due_composeBatch" ; Event_ApprovalResult ; a variable called due_composeBatch
					creation    ; businessKey="${caseId}"                   ; businessKey="${tenantId}"       ; Call_Application        ; name tenantId in businessKey
					plan-review ; camunda:collection="${PANEL_EXPERTS}"     ; camunda:collection="${caseId}"  ; Task_ExpertOpinion      ; name caseId in collection
					plan-review ; value="PASS,PASS_AFTER_REVISION,FAIL"     ; value="READY,DONE"              ; Task_ExpertOpinion      ; no outcome that the pack ranks
					plan-review ; name="issues" value="panelOpinion,FAIL:notPassedNotice" ; name="issues" value="*:poem"    ; Task_CountSignatures    ; unknown paper poem
					plan-review ; "${settleOpinion}"                        ; "${PANEL_SIGNERS}"              ; Task_CountSignatures    ; name PANEL_SIGNERS in delegateExpression
					plan-review ; camunda:elementVariable="party"           ; camunda:elementVariable="remind" ; Task_AcceptInvitation  ; a variable called remind
					""")
	void reportsATaskOrCallThatIsNotComplete(String file, String right, String wrong, String element, String message) {
		breaks(file + ".bpmn", right, wrong);

		assertThat(faults()).anySatisfy(fault -> isAt(fault, file + ".bpmn", element, message));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';',
			textBlock = """
					application ; Task_DecideLapse_outcome == 'EXTEND'      ; Task_DecideLapse_outcome == 'LATER' ; Flow_Extended_Correct ; never holds
					application ; Task_DecideLapse_outcome == 'EXTEND'      ; Task_Nothing_outcome == 'EXTEND' ; Flow_Extended_Correct    ; never holds
					application ; Task_DecideLapse_outcome == 'EXTEND'      ; Task_DecideLapse_outcome == 'LATER' ; Gateway_Extended      ; no way for EXTEND
					application ; Task_DecideLapse_outcome == 'EXTEND'      ; Task_DecideLapse_outcome != 'EXTEND' ; Gateway_Extended     ; several ways for CLOSE
					application ; value="EXTEND,CLOSE"                      ; value="EXTEND,CLOSE,ADMIT"       ; Gateway_Extended         ; no way for ADMIT
					application ; name="延期"                                ; name="终止办理"                  ; Flow_Extended_Correct    ; says 终止办理 but asks for [EXTEND]
					application ; name="延期"                                ; name=""                          ; Flow_Extended_Correct    ; no label
					application ; ${Task_DecideLapse_outcome == 'EXTEND'}   ; ${runtimeService == null}        ; Flow_Extended_Correct    ; name runtimeService in conditionExpression
					creation    ; applicationResult == 'LAPSED'             ; applicationResult == 'GONE'      ; Flow_Admitted_Lapsed     ; never holds
					creation    ; applicationResult == 'LAPSED'             ; applicationResult == 'GONE'      ; Gateway_Admitted         ; no way for LAPSED
					plan-review ; name="result" value="FAILED"              ; name="result" value="CLOSED"     ; Gateway_PlanPassed       ; no way for CLOSED
					acceptance  ; ${rectificationResult == 'DONE'}          ; ${Task_MinistryVote_outcome == 'PASS'} ; Flow_Rectified_Passed ; never holds
					""")
	void reportsAGatewayThatLeadsAstray(String file, String right, String wrong, String element, String message) {
		breaks(file + ".bpmn", right, wrong);

		assertThat(faults()).anySatisfy(fault -> {
			assertThat(fault.element()).isEqualTo(element);
			assertThat(fault.message()).contains(message);
		});
	}

	@Test
	void reportsTwoProcessesInAFile() {
		breaks("batch-result.bpmn", "<bpmn:process id=\"batch-result\"",
				"<bpmn:process id=\"second\"/>" + "<bpmn:process id=\"batch-result\"");

		assertThat(faults()).anySatisfy(fault -> isAt(fault, "batch-result.bpmn", "", "one process"));
	}

	@Test
	void reportsAFormUnderAnotherName() {
		breaks("strike-out.form", "\"strike-out\"", "\"strike-in\"");

		assertThat(faults()).anySatisfy(fault -> isAt(fault, "strike-out.form", "strike-in", "not the file name"));
	}

	@Test
	void reportsAFormWithAComponentNobodyChecks() {
		breaks("strike-out.form", "\"number\"", "\"html\"");

		assertThat(faults()).anySatisfy(fault -> isAt(fault, "strike-out.form", "", "html"));
	}

	@Test
	void reportsWhatIsNeitherDiagramNorForm() {
		this.models.put("decision.dmn", "<definitions/>");

		assertThat(faults()).containsExactly(new ModelFault("decision.dmn", "", "neither a diagram nor a form"));
	}

	@Test
	void reportsEveryFaultAtOnce() {
		breaks("application.bpmn", "name=\"省级初审\"", "name=\"\"");
		breaks("objection.bpmn", "value=\"UPHOLD,DISMISS\"", "value=\"UPHOLD,DENY\"");

		assertThat(faults()).extracting(ModelFault::file)
			.containsExactlyInAnyOrder("application.bpmn", "objection.bpmn");
	}

	private void breaks(String file, String right, String wrong) {
		assertThat(this.models.get(file)).contains(right);
		this.models.computeIfPresent(file, (name, content) -> content.replace(right, wrong));
	}

	private List<ModelFault> faults() {
		return ProcessTestEngine.modelCheck().check(ProcessTestEngine.pack(), this.models);
	}

	private static void isAt(ModelFault fault, String file, String element, String message) {
		assertThat(fault.file()).isEqualTo(file);
		assertThat(fault.element()).isEqualTo(element);
		assertThat(fault.message()).contains(message);
	}

}
