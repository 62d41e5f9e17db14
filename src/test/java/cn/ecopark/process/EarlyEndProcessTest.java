package cn.ecopark.process;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

import static org.junit.jupiter.api.Named.named;

/**
 * Wherever a case waits, the park may withdraw and the Office may close it; the case ends
 * there and then.
 */
class EarlyEndProcessTest extends StagedProcessTest {

	static final List<Named<Consumer<EarlyEndProcessTest>>> APPLICATION = List.of(at("提交", test -> {
	}), at("商务、科技部门初审意见", test -> test.park().submits()), at("省级初审", EarlyEndProcessTest::reachesTheProvince),
			at("完整性审查", EarlyEndProcessTest::reachesTheOffice), at("补正", EarlyEndProcessTest::isSentBack),
			at("处理逾期未补正", test -> {
				test.isSentBack();
				test.latest.fires("Event_CorrectionOverdue");
			}));

	static final List<Named<Consumer<EarlyEndProcessTest>>> CREATION = Stream
		.concat(APPLICATION.stream(), Stream.of(at("技术预审", EarlyEndProcessTest::isAdmitted), at("组建专家组", test -> {
			test.isAdmitted();
			test.technicalUnit().decides("READY");
		}), at("接受邀请", EarlyEndProcessTest::invitesExperts), at("召开论证会", EarlyEndProcessTest::hasItsPanel),
				at("专家意见", test -> {
					test.hasItsPanel();
					test.office().decides("HELD");
				}), at("论证意见", EarlyEndProcessTest::isDiscussed), at("修改规划", EarlyEndProcessTest::isToBeRevised),
				at("复核修改稿", test -> {
					test.isToBeRevised();
					test.park().submits();
				}), at("编入批准建设批次", EarlyEndProcessTest::isReviewed), at("批次结果", test -> {
					test.isReviewed();
					test.office().decides("COMPOSED");
				}), at("处理移出园区", EarlyEndProcessTest::isStruckOutOfTheApproval), at("整改", test -> {
					test.isStruckOutOfTheApproval();
					test.office().decides("RECTIFY");
				}), at("复核整改", test -> {
					test.isStruckOutOfTheApproval();
					test.office().decides("RECTIFY");
					test.park().submits();
				})))
		.toList();

	static final List<Named<Consumer<EarlyEndProcessTest>>> AWARD = Stream
		.concat(APPLICATION.stream(), Stream.of(at("制定核查方案", EarlyEndProcessTest::isAdmitted), at("现场核查", test -> {
			test.isAdmitted();
			test.technicalUnit().decides("READY");
		}), at("技术核查意见", EarlyEndProcessTest::isInspected), at("核查中整改", test -> {
			test.isInspected();
			test.technicalUnit().decides("RECTIFY");
		}), at("组建验收组", EarlyEndProcessTest::isChecked), at("召集验收会", test -> {
			test.isChecked();
			test.office().decides("PANEL_FORMED");
		}), at("验收表决", EarlyEndProcessTest::meetsForAcceptance), at("验收意见", EarlyEndProcessTest::isVotedOn),
				at("验收中整改", test -> {
					test.isVotedOn();
					test.panelLeader().decides("PASS_WITH_CONDITIONS");
				}), at("编入公示批次", EarlyEndProcessTest::isAccepted), at("公示结果", test -> {
					test.isAccepted();
					test.office().decides("COMPOSED");
				}), at("编入命名批次", EarlyEndProcessTest::isPublished), at("命名结果", test -> {
					test.isPublished();
					test.office().decides("COMPOSED");
				}), at("处理移出园区", EarlyEndProcessTest::isStruckOutOfTheNaming), at("整改", test -> {
					test.isStruckOutOfTheNaming();
					test.office().decides("RECTIFY");
				})))
		.toList();

	private Course latest = caseIn("creation");

	@ParameterizedTest
	@FieldSource("CREATION")
	void withdrawsACreation(Consumer<EarlyEndProcessTest> waiting) {
		isWithdrawn("creation", waiting);
	}

	@ParameterizedTest
	@FieldSource("CREATION")
	void closesACreation(Consumer<EarlyEndProcessTest> waiting) {
		isClosed("creation", waiting);
	}

	@ParameterizedTest
	@FieldSource("AWARD")
	void withdrawsAnAward(Consumer<EarlyEndProcessTest> waiting) {
		isWithdrawn("award", waiting);
	}

	@ParameterizedTest
	@FieldSource("AWARD")
	void closesAnAward(Consumer<EarlyEndProcessTest> waiting) {
		isClosed("award", waiting);
	}

	private void isWithdrawn(String process, Consumer<EarlyEndProcessTest> waiting) {
		this.latest = caseIn(process).isStarted();
		waiting.accept(this);

		this.latest.isWithdrawnByThePark();

		assertThat(calls()).endsWith("recordWithdrawal").containsOnlyOnce("recordWithdrawal");
		this.latest.passed("Start_Withdrawn", "Task_RecordWithdrawal").endsAt("End_Withdrawn", "WITHDRAWN");
	}

	private void isClosed(String process, Consumer<EarlyEndProcessTest> waiting) {
		this.latest = caseIn(process).isStarted();
		waiting.accept(this);

		this.latest.isClosedByTheOffice();

		assertThat(calls()).doesNotContain("recordWithdrawal");
		this.latest.passed("Start_CloseRequested").endsAt("End_ClosedByOffice", "CLOSED");
	}

	private static Named<Consumer<EarlyEndProcessTest>> at(String step, Consumer<EarlyEndProcessTest> way) {
		return named(step, way);
	}

	private void reachesTheProvince() {
		park().submits();
		commerce().decides("AGREE");
		otherAdviser().decides("AGREE");
	}

	private void reachesTheOffice() {
		reachesTheProvince();
		ecology().decides("FORWARD");
	}

	private void isSentBack() {
		reachesTheOffice();
		office().decides("SEND_BACK");
	}

	private void isAdmitted() {
		applicationEnds(this.latest, "ADMITTED");
	}

	private void invitesExperts() {
		isAdmitted();
		technicalUnit().decides("READY");
		office().decides("PANEL_FORMED");
	}

	private void hasItsPanel() {
		finds("checkPanel", "COMPLETE");
		invitesExperts();
		experts().forEach(expert -> expert.decides("ACCEPT"));
	}

	private void isDiscussed() {
		hasItsPanel();
		office().decides("HELD");
		experts().forEach(expert -> expert.decides("PASS"));
	}

	private void isToBeRevised() {
		isDiscussed();
		finds("settleOpinion", "PASS_AFTER_REVISION");
		panelLeader().decides("PASS_AFTER_REVISION");
		signers().forEach(signer -> signer.decides("SIGN"));
	}

	private void isReviewed() {
		isAdmitted();
		planReviewEnds("PASSED");
	}

	private void isStruckOutOfTheApproval() {
		isReviewed();
		office().decides("COMPOSED");
		this.latest.receives("STRUCK_OUT");
	}

	private void isInspected() {
		isAdmitted();
		technicalUnit().decides("READY");
		technicalUnit().decides("DONE");
	}

	private void isChecked() {
		isAdmitted();
		technicalCheckEnds("PASSED");
	}

	private void meetsForAcceptance() {
		isChecked();
		office().decides("PANEL_FORMED");
		office().decides("CALLED");
	}

	private void isVotedOn() {
		meetsForAcceptance();
		ministries().forEach(ministry -> ministry.decides("PASS"));
		experts().forEach(expert -> expert.decides("PASS"));
	}

	private void isAccepted() {
		isChecked();
		acceptanceEnds("PASSED");
	}

	private void isPublished() {
		isAccepted();
		office().decides("COMPOSED");
		this.latest.receives("PUBLISHED");
	}

	private void isStruckOutOfTheNaming() {
		isPublished();
		office().decides("COMPOSED");
		this.latest.receives("STRUCK_OUT");
	}

}
