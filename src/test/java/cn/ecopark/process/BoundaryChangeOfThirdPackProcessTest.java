package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ThirdPack;

import static org.assertj.core.api.Assertions.assertThat;

class BoundaryChangeOfThirdPackProcessTest extends ThirdPackRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ThirdPack.RELEASE, "boundary-change");

	private final Course course = caseIn("boundary-change");

	@Test
	void movesTheLine() {
		this.course.isStarted();
		applicant().decides("HAND_IN");
		secretariatAtLast("MOVE_LINE");

		assertThat(calls()).containsExactly("assignCaseNumber");
		this.course.endsAt("End_Moved", "LINE_MOVED");
	}

	@Test
	void keepsTheLine() {
		this.course.isStarted();
		applicant().decides("HAND_IN");
		secretariat().decides("KEEP_LINE");

		this.course.endsAt("End_Kept", "LINE_KEPT");
	}

	@Test
	void isClosedByTheOffice() {
		this.course.isStarted();

		this.course.isClosedByTheOffice();

		this.course.endsAt("End_ClosedByOffice", "CLOSED");
	}

	@Test
	void isTakenBackByThePark() {
		this.course.isStarted();

		this.course.isWithdrawnByThePark();

		this.course.endsAt("End_Withdrawn", "TAKEN_BACK");
	}

}
