package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.rulepack.ReleaseId;

/**
 * 申报 and 验收申请 are handed in, each with documents of its own, and end as their common part
 * ends.
 */
abstract class ApplicationRounds extends StagedProcessTest {

	private final Course application;

	private final String submission;

	ApplicationRounds(ReleaseId release, String process, String submission) {
		super(release);
		this.application = caseIn(process);
		this.submission = submission;
	}

	@Test
	void goesToTheDepartmentsOfTheProvinceOnceItIsHandedIn() {
		this.application.isStarted().waitsAt(this.submission);

		park().submits();

		commerce().isAsked();
		otherAdviser().isAsked();
		this.application.waitsAt("Call_ProvincialReview");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ADMITTED", "REFUSED", "NOT_ADMITTED", "LAPSED" })
	void endsAsTheReviewEnds(String result) {
		this.application.isStarted();

		applicationEnds(this.application, result);

		this.application.passed(this.submission, "Call_ProvincialReview").endsAt("End_Reviewed", result);
	}

}
