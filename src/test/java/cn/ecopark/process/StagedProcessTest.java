package cn.ecopark.process;

import cn.ecopark.rulepack.ReleaseId;

/** How stages that others have tested end, for the diagrams that call them. */
abstract class StagedProcessTest extends ProcessTest {

	/** In the first pack. */
	StagedProcessTest() {
	}

	StagedProcessTest(ReleaseId release) {
		super(release);
	}

	/** 申报 or 验收申请. */
	final void applicationEnds(Course application, String result) {
		park().submits();
		commerce().decides("AGREE");
		otherAdviser().decides("AGREE");
		switch (result) {
			case "REFUSED" -> ecology().decides("REFUSE");
			case "LAPSED" -> {
				ecology().decides("SEND_BACK");
				application.fires("Event_CorrectionOverdue");
				office().decides("CLOSE");
			}
			default -> {
				ecology().decides("FORWARD");
				office().decides("ADMITTED".equals(result) ? "ADMIT" : "NOT_ADMIT");
			}
		}
	}

	final void planReviewEnds(String result) {
		finds("checkPanel", "COMPLETE");
		technicalUnit().decides("READY");
		office().decides("PANEL_FORMED");
		experts().forEach(expert -> expert.decides("ACCEPT"));
		office().decides("HELD");
		experts().forEach(expert -> expert.decides("PASS"));
		panelConcludes("PASSED".equals(result) ? "PASS" : "FAIL");
	}

	/** The leader draws up an opinion, and everybody signs. */
	final void panelConcludes(String conclusion) {
		finds("settleOpinion", conclusion);
		panelLeader().decides(conclusion);
		signers().forEach(signer -> signer.decides("SIGN"));
	}

	final void technicalCheckEnds(String result) {
		technicalUnit().decides("READY");
		technicalUnit().decides("DONE");
		technicalUnit().decides("PASSED".equals(result) ? "PASS" : "FAIL");
	}

	final void acceptanceEnds(String result) {
		office().decides("PANEL_FORMED");
		office().decides("CALLED");
		ministries().forEach(ministry -> ministry.decides("PASS"));
		experts().forEach(expert -> expert.decides("PASS"));
		panelConcludes("PASSED".equals(result) ? "PASS" : "FAIL");
	}

	final void rectificationEnds(String result) {
		park().submits();
		orderer().decides(result);
	}

}
