package cn.ecopark.process;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.process.engine.UnreadableModel;
import cn.ecopark.process.pack.MarkRules;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.PackParts;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.ShippedPacks;

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

	static Stream<ReleaseId> shipped() {
		return Stream.of(ShippedPacks.FIRST, ShippedPacks.SECOND);
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void letsAShippedPackPass(ReleaseId release) {
		PackFiles files = PackFiles.shipped(release.pack());

		assertThat(PackParts.check().check(files)).isEmpty();
		assertThat(ProcessTestEngine.modelCheck().check(ShippedPacks.packs().get(release), files)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';',
			textBlock = """
					application ; isExecutable="true"                       ; isExecutable="false"            ; application             ; not-executable
					application ; <bpmn:process id="application"            ; <bpmn:process id="other"        ; ``                      ; one-process
					provincial-review ; name="省级初审"                            ; name=" "                        ; Task_ProvincialReview   ; no-name
					provincial-review ; camunda:candidateGroups="OFFICE"          ; camunda:candidateGroups="CHIEF" ; Task_CheckCompleteness  ; no-role CHIEF
					provincial-review ; name="purpose" value="CORRECTION"           ; name="purpose" value="MAGIC"      ; Task_Correct            ; no-purpose MAGIC
					provincial-review ; name="purpose" value="CORRECTION"         ; name="purpose" value="BALLOT"   ; Task_Correct            ; purpose-out-of-place BALLOT
					provincial-review ; name="purpose" value="CORRECTION"         ; name="purpose" value="ISSUE"    ; Task_Correct            ; purpose-out-of-place ISSUE
					plan-review ; value="ACCEPT,DECLINE"                    ; value="DECLINE"                 ; Task_AcceptInvitation   ; purpose-lacks-outcome INVITATION, ACCEPTS
					plan-review ; value="SIGN,DISSENT"                      ; value="DISSENT"                 ; Task_SignOpinion        ; purpose-lacks-outcome PANEL_SIGNATURE, SIGNS
					plan-review ; ,FAIL,NO_CONCLUSION"                      ; ,FAIL"                          ; Task_PanelConclusion    ; purpose-lacks-outcome PANEL_CONCLUSION, REACHES_NO_CONCLUSION
					joint-decision ; value="AGREE,DISAGREE,ABSTAIN"            ; value="DISAGREE,ABSTAIN"        ; Task_Countersign        ; purpose-lacks-choice BALLOT, AGREES
					joint-decision ; value="ASK_AGAIN,STRIKE_OUT"              ; value="ASK_AGAIN"               ; Task_Coordinate         ; purpose-lacks-choice COORDINATION, STRIKES_OUT
					naming      ; camunda:formRef="naming-issue"            ; camunda:formRef="naming-draft"  ; Task_Issue              ; purpose-lacks-field ISSUE, documentNumber
					naming      ; camunda:formRef="naming-issue" camunda:formRefBinding="deployment" ; ``     ; Task_Issue              ; purpose-lacks-field ISSUE, issuedOn
					revocation  ; camunda:formRef="revocation-filing"       ; camunda:formRef="revocation-draft" ; Task_FileCase        ; purpose-lacks-field FILING, ground, facts, evidence
					recheck     ; camunda:formRef="recheck-sheet"           ; camunda:formRef="recheck-self-report" ; Task_AssessOnSite ; purpose-lacks-field GRADING, score*
					objection   ; value="UPHOLD,DISMISS"                    ; value="UPHOLD"                  ; Task_AnswerObjection    ; purpose-lacks-outcome OBJECTION_ANSWER, DISMISSES
					plan-review ; name="purpose" value="PANEL_CONCLUSION"   ; name="purpose" value="PANEL_VOTE" ; Task_PanelConclusion  ; purpose-of-each PANEL_VOTE
					plan-review ; name="purpose" value="PANEL_VOTE"         ; name="purpose" value="PANEL_CONCLUSION" ; Task_ExpertOpinion ; purpose-of-one PANEL_CONCLUSION
					creation    ; name="purpose" value="COMPOSITION"        ; name="purpose" value="ORDINARY" ; Task_ComposeApprovalBatch ; batch-without-composition
					creation    ; name="batch" value="construction-approval" ; name="verb" value="编入"        ; Task_ComposeApprovalBatch ; composes-nothing
					creation    ; name="outcomes" value="COMPOSED"          ; name="outcomes" value="COMPOSED,LATER_BATCH" ; Task_ComposeApprovalBatch ; composes-in-one-way
					provincial-review ; "${assignCaseNumber}"                     ; "${tallyBallots}"               ; Task_AssignCaseNumber   ; effect-out-of-place tallyBallots
					naming      ; name="purpose" value="ISSUE"              ; name="purpose" value="ORDINARY" ; Task_IssuePaper         ; effect-without-step issuePaper, ISSUE
					naming      ; source="batchId" target="batchId"         ; source="caseId" target="batchId" ; Call_JointDecision     ; forged-fact batchId
					naming      ; source="batchId" target="batchId"         ; source="party" target="batchId" ; Call_JointDecision      ; forged-fact batchId
					naming      ; businessKey="${batchId}"                  ; businessKey="${jointResult}"    ; Call_JointDecision      ; forged-fact
					naming      ; target="jointResult"                      ; target="batchResult"            ; Call_JointDecision      ; forged-fact batchResult
					objection   ; name="purpose" value="OBJECTION_ANSWER"   ; name="purpose" value="ORDINARY" ; Task_SettleObjection    ; effect-without-step settleObjection, OBJECTION_ANSWER
					creation    ; name="Message_Withdraw"                   ; name="Message_Nobody"           ; Message_Withdraw        ; message-of-nobody Message_Nobody
					provincial-review ; value="EXTEND,CLOSE"                      ; value=""                        ; Task_DecideLapse        ; no-outcomes
					provincial-review ; value="EXTEND,CLOSE"                      ; value="EXTEND,CLOSE,MAYBE"      ; Task_DecideLapse        ; unknown-outcome MAYBE
					provincial-review ; name="limit" value="correction"           ; name="limit" value="forever"    ; Task_Correct            ; unknown-limit forever
					provincial-review ; name="limit" value="correction"           ; name="limit" value="decideLapse" ; Event_CorrectionOverdue ; interrupted-by-another-limit correction
					provincial-review ; ${due_correction}                         ; ${remind_correction}            ; Event_CorrectionOverdue ; unknown-name remind_correction
					provincial-review ; ${due_correction}                         ; ${due_never}                    ; Event_CorrectionOverdue ; unknown-limit never
					provincial-review ; name="逐项补正"                            ; name="逐项补正" camunda:dueDate="${due_correction}" ; Task_Correct ; due-date-drawn
					application ; name="documents" value="applicationLetter ; name="documents" value="poem    ; Task_SubmitApplication  ; unknown-paper poem
					application ; regionalEiaApproval|regionalEiaContract   ; regionalEiaApproval|poem        ; Task_SubmitApplication  ; unknown-paper poem
					application ; value="supplement"                        ; value="song"                    ; Task_SubmitApplication  ; unknown-paper song
					provincial-review ; name="points" value="CORRECT"             ; name="points" value="SEND_BACK" ; Task_CommerceOpinion    ; points-for-no-outcome SEND_BACK
					provincial-review ; name="silence" value="NO_ANSWER"          ; name="silence" value="CLOSE"    ; Task_ProvincialReview   ; no-word-for-silence CLOSE
					provincial-review ; name="silence" value="NO_ANSWER"          ; name="silence" value="nothing"  ; Task_ProvincialReview   ; no-word-for-silence nothing
					provincial-review ; value="FORWARD,SEND_BACK,REFUSE"          ; value="FORWARD,SEND_BACK,REFUSE,NO_ANSWER" ; Task_ProvincialReview ; silence-chosen NO_ANSWER
					plan-review ; name="purpose" value="CORRECTION"           ; name="purpose" value="PANEL_CONCLUSION" ; Task_RevisePlan         ; silence-for-a-vote NO_ANSWER
					provincial-review ; == 'FORWARD' or Task_ProvincialReview_outcome == 'NO_ANSWER' ; == 'FORWARD' ; Gateway_Forwarded       ; no-way-for NO_ANSWER
					provincial-review ; "${assignCaseNumber}"                     ; "${notifyOverdue}"              ; Task_AssignCaseNumber   ; unknown-name notifyOverdue
					provincial-review ; camunda:delegateExpression="${assignCaseNumber}" ; name2="x"                ; Task_AssignCaseNumber   ; does-nothing
					provincial-review ; "${assignCaseNumber}"                     ; "${remind}"                     ; Task_AssignCaseNumber   ; unknown-name remind
					provincial-review ; name="result" value="ADMITTED"            ; name="result" value="WONDERFUL" ; End_Admitted            ; unknown-result WONDERFUL
					provincial-review ; name="result" value="ADMITTED"            ; name="other" value="ADMITTED"   ; End_Admitted            ; no-result
					creation    ; calledElement="plan-review"               ; calledElement="nowhere"         ; Call_PlanReview         ; unknown-diagram nowhere
					creation    ; calledElementBinding="deployment"         ; calledElementBinding="latest"   ; Call_Application        ; diagram-of-another-release application
					creation    ; target="applicationResult"                ; target="MINISTRIES"             ; Call_Application        ; forged-fact MINISTRIES
					creation    ; camunda:outputParameter name="approvalResult" ; camunda:outputParameter name="due_composeBatch" ; Event_ApprovalResult ; forged-fact due_composeBatch
					creation    ; businessKey="${caseId}"                   ; businessKey="${tenantId}"       ; Call_Application        ; forged-fact
					plan-review ; camunda:collection="${PANEL_EXPERTS}"     ; camunda:collection="${caseId}"  ; Task_ExpertOpinion      ; unknown-name caseId
					plan-review ; value="PASS,PASS_AFTER_REVISION,FAIL"     ; value="READY,DONE"              ; Task_ExpertOpinion      ; no-ranked-outcome
					plan-review ; name="issues" value="panelOpinion,FAIL:notPassedNotice" ; name="issues" value="*:poem"    ; Task_CountSignatures    ; unknown-paper poem
					plan-review ; "${settleOpinion}"                        ; "${PANEL_SIGNERS}"              ; Task_CountSignatures    ; unknown-name PANEL_SIGNERS
					plan-review ; camunda:elementVariable="party"           ; camunda:elementVariable="remind" ; Task_AcceptInvitation  ; forged-fact remind
					""")
	void reportsATaskOrCallThatIsNotComplete(String file, String right, String wrong, String element, String message) {
		breaks(file + ".bpmn", right, wrong);

		assertThat(findings()).anySatisfy(finding -> isAt(finding, "bpmn/" + file + ".bpmn", element, message));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';',
			textBlock = """
					provincial-review ; Task_DecideLapse_outcome == 'EXTEND'      ; Task_DecideLapse_outcome == 'LATER' ; Flow_Extended_Correct ; never-holds
					provincial-review ; Task_DecideLapse_outcome == 'EXTEND'      ; Task_Nothing_outcome == 'EXTEND' ; Flow_Extended_Correct    ; never-holds
					provincial-review ; Task_DecideLapse_outcome == 'EXTEND'      ; Task_DecideLapse_outcome != 'EXTEND' ; Gateway_Extended     ; several-ways-for CLOSE
					provincial-review ; value="EXTEND,CLOSE"                      ; value="EXTEND,CLOSE,ADMIT"       ; Gateway_Extended         ; no-way-for ADMIT
					provincial-review ; name="延期"                                ; name="终止办理"                  ; Flow_Extended_Correct    ; says-the-contrary 终止办理 EXTEND
					provincial-review ; name="延期"                                ; name=""                          ; Flow_Extended_Correct    ; no-label
					provincial-review ; ${Task_DecideLapse_outcome == 'EXTEND'}   ; ${runtimeService == null}        ; Flow_Extended_Correct    ; unknown-name runtimeService
					joint-decision ; ballotsResult == 'DIVIDED'                ; ballotsResult == 'UNSURE'        ; Flow_Unanimous_Coordinate ; never-holds
					joint-decision ; ballotsResult == 'DIVIDED'                ; countedResult == 'DIVIDED'       ; Flow_Unanimous_Coordinate ; fact-never-set countedResult
					recheck     ; recheckGrade == 'UNQUALIFIED'             ; recheckGrade == 'AWFUL'          ; Flow_Grade_RecheckFollowup ; never-holds
					creation    ; approvalResult == 'ISSUED'                ; approvalResult == 'NAMED'        ; Flow_Approved_RecordApproval ; never-holds
					creation    ; applicationResult == 'LAPSED'             ; applicationResult == 'GONE'      ; Flow_Admitted_Lapsed     ; never-holds
					acceptance  ; ${rectificationResult == 'DONE'}          ; ${Task_MinistryVote_outcome == 'PASS'} ; Flow_Rectified_Passed ; never-holds
					""")
	void reportsAGatewayThatLeadsAstray(String file, String right, String wrong, String element, String message) {
		breaks(file + ".bpmn", right, wrong);

		assertThat(findings()).anySatisfy(finding -> isAt(finding, "bpmn/" + file + ".bpmn", element, message));
	}

	/** What a call gives to a part is judged with the part, and told at the call. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';',
			textBlock = """
					application          ; value="application-completeness"       ; value="nowhere"                     ; unknown-form nowhere
					application          ; form.Task_ProvincialReview             ; form.Task_Nobody                    ; given-to-nothing form.Task_Nobody
					application          ; optionalDocuments.Task_Correct         ; optionalDocument.Task_Correct       ; unknown-property optionalDocument.Task_Correct
					application          ; environmentalProof,supplement          ; poem                                ; unknown-paper poem
					application          ; "form.Task_ProvincialReview" value="application-provincial-review" ; "limit.nobody" value="correction" ; given-to-nothing limit.nobody
					application          ; "form.Task_ProvincialReview" value="application-provincial-review" ; "limit.correction" value="forever" ; unknown-limit forever
					application          ; "form.Task_ProvincialReview" value="application-provincial-review" ; "issues.Task_ProvincialReview" value="REFUSE:poem" ; unknown-paper poem
					application          ; "form.Task_ProvincialReview" value="application-provincial-review" ; "choices.Task_Correct" value="MAYBE" ; unknown-choice MAYBE
					""")
	void reportsAtTheCallWhatDoesNotFitThePart(String file, String right, String wrong, String message) {
		breaks(file + ".bpmn", right, wrong);

		assertThat(findings())
			.anySatisfy(finding -> isAt(finding, "bpmn/" + file + ".bpmn", "Call_ProvincialReview", message));
	}

	/** The province's form says which outcome an answer contradicts. */
	@Test
	void reportsAtEachCallWhatIsTakenFromThePart() {
		breaks("provincial-review.bpmn", "value=\"FORWARD,SEND_BACK,REFUSE\"", "value=\"SEND_BACK,REFUSE\"");

		for (String caller : List.of("application", "acceptance-application", "plan-revision")) {
			assertThat(findings()).anySatisfy(finding -> isAt(finding, "bpmn/" + caller + ".bpmn",
					"Call_ProvincialReview", "answer-contradicts-nothing FORWARD"));
		}
	}

	@Test
	void reportsWhatIsGivenToADiagramThatIsNoPart() {
		breaks("creation.bpmn", "<camunda:in businessKey=\"${caseId}\" />",
				"<camunda:properties><camunda:property name=\"form.Task_Rectify\" value=\"strike-out\" />"
						+ "</camunda:properties><camunda:in businessKey=\"${caseId}\" />");

		assertThat(findings()).anySatisfy(finding -> isAt(finding, "bpmn/creation.bpmn", "Call_Rectification",
				"given-to-no-part form.Task_Rectify"));
	}

	@Test
	void reportsAPartThatNobodyCalls() {
		for (String caller : List.of("application", "acceptance-application", "plan-revision")) {
			breaks(caller + ".bpmn", "calledElement=\"provincial-review\"", "calledElement=\"technical-check\"");
		}

		assertThat(findings()).anySatisfy(
				finding -> isAt(finding, "bpmn/provincial-review.bpmn", "provincial-review", "part-of-nothing"));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';',
			textBlock = """
					provincial-review ; 省级生态 15个工作日                ; 省级生态 16个工作日         ; Mark_Task_ProvincialReview ; mark-not-true 省级生态 15个工作日
					provincial-review ; 省级生态 15个工作日                ; 办公室 15个工作日           ; Mark_Task_ProvincialReview ; mark-not-true 省级生态 15个工作日
					provincial-review ; name="limit" value="correction"  ; name="verb2" value="x"     ; Mark_Task_Correct          ; mark-not-true 园区
					provincial-review ; camunda:candidateGroups="OFFICE" ; camunda:candidateGroups="PARK" ; Mark_Task_DecideLapse  ; mark-not-true 园区
					provincial-review ; Mark_Task_Correct                ; Mark_Task_Nobody           ; Mark_Task_Nobody           ; mark-of-nothing
					application       ; <bpmn:text>园区                   ; <bpmn:text>                ; Mark_Task_SubmitApplication ; mark-not-true 园区
					application       ; Mark_Task_SubmitApplication      ; Mark_Call_ProvincialReview ; Mark_Call_ProvincialReview ; mark-of-nothing
					recheck-result    ; 确认等级 10个工作日                 ; 确认等级 11个工作日          ; Mark_Call_JointDecision    ; mark-not-true 确认等级 10个工作日
					""")
	void reportsAMarkThatDoesNotSayWhoActsAndHowLong(String file, String right, String wrong, String element,
			String message) {
		breaks(file + ".bpmn", right, wrong);

		assertThat(findings()).anySatisfy(finding -> isAt(finding, "bpmn/" + file + ".bpmn", element, message));
	}

	/** A step that is drawn anew has no mark yet; the drawing is good without. */
	@Test
	void tellsOfStepsThatHaveNeitherMarkNorLane() {
		this.models.computeIfPresent("provincial-review.bpmn",
				(file, drawing) -> drawing
					.replaceAll("(?s)<bpmn:textAnnotation id=\"Mark_Task_Correct\".*?</bpmn:textAnnotation>", "")
					.replaceAll("<bpmn:association [^>]*Mark_Task_Correct\"[^>]*/>", ""));

		assertThat(findings()).singleElement().satisfies(finding -> {
			assertThat(finding.severity()).isEqualTo(PackFinding.Severity.WARNING);
			assertThat(finding.key()).isEqualTo("model.no-marks");
			assertThat(finding.arguments()).containsExactly("bpmn/provincial-review.bpmn", "逐项补正");
		});
		this.models.computeIfPresent("provincial-review.bpmn",
				(file, drawing) -> drawing.replaceFirst("(<bpmn:process [^>]*>)",
						"$1<bpmn:laneSet id=\"Lanes\"><bpmn:lane id=\"Lane_All\" name=\"各方\" /></bpmn:laneSet>"));
		assertThat(findings()).isEmpty();
	}

	/** Whoever changes a limit is told of each drawing that tells its days. */
	@Test
	void marksFollowTheDataOfThePack() {
		PackFiles shipped = PackFiles.shipped(ShippedPacks.FIRST.pack());
		Map<String, byte[]> files = new HashMap<>(shipped.all());
		files.put("limits.yaml",
				shipped.text("limits.yaml")
					.orElseThrow()
					.replace("en: Provincial review\n  days: 15", "en: Provincial review\n  days: 18")
					.getBytes(StandardCharsets.UTF_8));
		PackFiles changed = PackFiles.of(files);

		assertThat(ProcessTestEngine.modelCheck().check(ShippedPacks.read(changed), changed)).isNotEmpty()
			.allMatch(finding -> finding.key().equals("model.mark-not-true"))
			.anySatisfy(finding -> isAt(finding, "bpmn/provincial-review.bpmn", "Mark_Task_ProvincialReview",
					"mark-not-true 省级生态 18个工作日"));
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void everyStepOfAShippedPackIsMarked(ReleaseId release) throws UnreadableModel {
		RulePack pack = ShippedPacks.packs().get(release);
		for (Map.Entry<String, String> model : ShippedPacks.models(release.pack()).entrySet()) {
			if (!model.getKey().endsWith(".bpmn")) {
				continue;
			}
			Document document = SafeXml.read(model.getValue().getBytes(StandardCharsets.UTF_8));
			for (String kind : List.of("userTask", "callActivity")) {
				NodeList steps = document.getElementsByTagNameNS(ModelVocabulary.BPMN, kind);
				for (int at = 0; at < steps.getLength(); at++) {
					Element step = (Element) steps.item(at);
					MarkRules.words(step, pack)
						.ifPresent(words -> assertThat(model.getValue())
							.contains("<bpmn:textAnnotation id=\"" + MarkRules.MARK + step.getAttribute("id")
									+ "\"><bpmn:text>" + words + "</bpmn:text>"));
				}
			}
		}
	}

	/** What an end says is entered on every way to it. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = ';',
			textBlock = """
					plan-revision ; ${recordRevisedPlan} ; ${assignCaseNumber} ; End_Revised ; end-without-effect REVISED recordRevisedPlan
					plan-revision ; targetRef="Task_HandleStrikeOut" ; targetRef="End_Revised" ; End_Revised ; end-without-effect REVISED
					award         ; ${recordNaming}      ; ${assignCaseNumber} ; End_Named   ; end-without-effect NAMED recordNaming
					creation      ; ${recordApproval}    ; ${assignCaseNumber} ; End_Approved ; end-without-effect APPROVED
					revocation    ; ${recordExit}        ; ${assignCaseNumber} ; End_Revoked ; end-without-effect REVOKED recordExit
					naming        ; ${sendBatchResults}  ; ${issuePaper}       ; End_Issued  ; end-without-effect sendBatchResults
					public-notice ; ${closeNotice}       ; ${publishNotice} ; End_Published ; end-without-effect PUBLISHED closeNotice
					""")
	void reportsAnEndThatSaysWhatWasNeverEntered(String file, String right, String wrong, String element,
			String message) {
		breaks(file + ".bpmn", right, wrong);

		assertThat(findings()).anySatisfy(finding -> isAt(finding, "bpmn/" + file + ".bpmn", element, message));
	}

	/** The document goes by ballots, wherever they are drawn. */
	@Test
	void reportsADocumentOnWhichNobodyVotesInAnyPart() {
		breaks("joint-decision.bpmn", "name=\"purpose\" value=\"BALLOT\"", "name=\"purpose\" value=\"ORDINARY\"");

		for (String caller : List.of("construction-approval", "naming", "recheck-result", "revision-decision",
				"revocation-decision")) {
			assertThat(findings()).anySatisfy(finding -> isAt(finding, "bpmn/" + caller + ".bpmn", "Task_IssuePaper",
					"effect-without-step issuePaper, BALLOT"));
		}
	}

	@Test
	void reportsAPartOfABatchThatAStageCalls() {
		breaks("application.bpmn", "calledElement=\"provincial-review\"", "calledElement=\"joint-decision\"");

		assertThat(findings())
			.anySatisfy(finding -> isAt(finding, "bpmn/joint-decision.bpmn", "joint-decision", "part-of-two-kinds"));
		assertThat(findings()).anySatisfy(finding -> isAt(finding, "bpmn/joint-decision.bpmn", "Task_Countersign",
				"purpose-out-of-place BALLOT"));
	}

	@Test
	void reportsChoicesThatAreNoneForABallot() {
		breaks("recheck-result.bpmn", "value=\"AGREE,DISAGREE\"", "value=\"DISAGREE\"");

		assertThat(findings()).anySatisfy(finding -> isAt(finding, "bpmn/recheck-result.bpmn", "Call_JointDecision",
				"purpose-lacks-choice BALLOT, AGREES"));
	}

	@Test
	void reportsAnEndThatTakesOverWhatNobodyHasFound() {
		breaks("application.bpmn", "value=\"reviewResult\"", "value=\"otherResult\"");

		assertThat(findings()).anySatisfy(
				finding -> isAt(finding, "bpmn/application.bpmn", "End_Reviewed", "takes-over-nothing otherResult"));
	}

	@Test
	void reportsAnEndWithTwoResults() {
		breaks("application.bpmn", "<camunda:property name=\"takesOver\"",
				"<camunda:property name=\"result\" value=\"ADMITTED\" /><camunda:property name=\"takesOver\"");

		assertThat(findings())
			.anySatisfy(finding -> isAt(finding, "bpmn/application.bpmn", "End_Reviewed", "two-results"));
	}

	/** What a part ends with comes out of every diagram that takes it over. */
	@Test
	void reportsAResultOfAPartThatTheCaseDoesNotExpect() {
		breaks("provincial-review.bpmn", "name=\"result\" value=\"LAPSED\"", "name=\"result\" value=\"FAILED\"");

		for (String caller : List.of("creation", "award", "plan-revision")) {
			assertThat(findings()).anySatisfy(
					finding -> isAt(finding, "bpmn/" + caller + ".bpmn", "Flow_Admitted_Lapsed", "never-holds LAPSED"));
		}
	}

	@Test
	void reportsTwoProcessesInAFile() {
		breaks("batch-result.bpmn", "<bpmn:process id=\"batch-result\"",
				"<bpmn:process id=\"second\"/>" + "<bpmn:process id=\"batch-result\"");

		assertThat(findings()).anySatisfy(finding -> isAt(finding, "bpmn/batch-result.bpmn", "", "one-process"));
	}

	@Test
	void reportsAFormUnderAnotherName() {
		breaks("strike-out.form", "\"strike-out\"", "\"strike-in\"");

		assertThat(findings())
			.anySatisfy(finding -> isAt(finding, "forms/strike-out.form", "", "form-other-name strike-in"));
	}

	@Test
	void reportsAFormWithAComponentNobodyChecks() {
		breaks("strike-out.form", "\"number\"", "\"html\"");

		assertThat(findings())
			.anySatisfy(finding -> isAt(finding, "forms/strike-out.form", "rectificationDays", "form-component html"));
	}

	@Test
	void reportsWhatIsNeitherDiagramNorForm() {
		this.models.put("decision.dmn", "<definitions/>");

		assertThat(findings()).singleElement()
			.satisfies(finding -> isAt(finding, "bpmn/decision.dmn", "", "neither-diagram-nor-form"));
	}

	@Test
	void reportsEveryFileAtOnce() {
		breaks("provincial-review.bpmn", "name=\"省级初审\"", "name=\"\"");
		breaks("objection.bpmn", "value=\"UPHOLD,DISMISS\"", "value=\"UPHOLD,DENY\"");

		assertThat(findings()).extracting(PackFinding::file)
			.contains("bpmn/objection.bpmn", "bpmn/provincial-review.bpmn")
			.isSorted();
	}

	@Test
	void reportsAResultThatACallingDiagramDoesNotExpect() {
		breaks("plan-review.bpmn", "name=\"result\" value=\"FAILED\"", "name=\"result\" value=\"CLOSED\"");

		assertThat(findings()).anySatisfy(
				finding -> isAt(finding, "bpmn/creation.bpmn", "Flow_PlanPassed_PlanFailed", "never-holds FAILED"));
	}

	@Test
	void tellsOneCauseOnce() {
		breaks("provincial-review.bpmn", "Task_DecideLapse_outcome == 'EXTEND'", "Task_DecideLapse_outcome == 'LATER'");

		assertThat(findings()).singleElement()
			.satisfies(finding -> isAt(finding, "bpmn/provincial-review.bpmn", "Flow_Extended_Correct", "never-holds"));
	}

	@Test
	void tellsErrorsBeforeWarningsAndTenOfAFile() {
		breaks("provincial-review.bpmn", "camunda:candidateGroups=\"", "camunda:candidateGroups=\"X");
		breaks("provincial-review.bpmn", "name=\"limit\" value=\"", "name=\"limit\" value=\"x");
		breaks("strike-out.form", "\"strike-out\"", "\"strike-in\"");
		this.models.put("asked-by-nobody.form",
				String.valueOf(this.models.get("strike-out.form")).replace("strike-in", "asked-by-nobody"));

		List<PackFinding> findings = findings();

		assertThat(findings).extracting(PackFinding::severity).isSorted().contains(PackFinding.Severity.WARNING);
		assertThat(findings).filteredOn(finding -> "bpmn/provincial-review.bpmn".equals(finding.file()))
			.hasSize(10)
			.filteredOn(finding -> "model.unknown-limit".equals(finding.key()))
			.anySatisfy(finding -> assertThat(finding.also()).contains("Task_DecideLapse"));
	}

	@Test
	void namesTheElementByLabelAndTellsItsIdAndLine() {
		breaks("provincial-review.bpmn", "camunda:candidateGroups=\"OFFICE\"", "camunda:candidateGroups=\"CHIEF\"");

		assertThat(findings()).anySatisfy(finding -> {
			assertThat(finding.place()).isEqualTo("Task_CheckCompleteness");
			assertThat(String.valueOf(finding.arguments().get(0))).isEqualTo("审查材料完整性");
			assertThat(finding.line()).isPositive();
		});
	}

	private void breaks(String file, String right, String wrong) {
		assertThat(this.models.get(file)).contains(right);
		this.models.computeIfPresent(file, (name, content) -> content.replace(right, wrong));
	}

	private List<PackFinding> findings() {
		return ProcessTestEngine.modelCheck().check(ProcessTestEngine.pack(), ShippedPacks.files(this.models));
	}

	/** The words expected are the key of the finding, then details it names. */
	private static void isAt(PackFinding finding, String file, String element, String words) {
		String[] expected = words.strip().split(" ");
		assertThat(finding.file()).isEqualTo(file);
		assertThat(finding.place()).isEqualTo(element);
		assertThat(finding.key()).isEqualTo("model." + expected[0]);
		for (String detail : List.of(expected).subList(1, expected.length)) {
			assertThat(String.valueOf(finding.arguments())).contains(detail);
		}
	}

}
