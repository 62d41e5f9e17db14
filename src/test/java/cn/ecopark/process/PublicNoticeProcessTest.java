package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class PublicNoticeProcessTest extends ProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("public-notice");

	private final Course notice = batchIn("public-notice");

	@Test
	void standsFromItsDayUntilItCloses() {
		finds("tallyBallots", "UNANIMOUS");
		this.notice.isStarted().waitsAt("Task_DraftPublicNotice");

		office().isReminded().isToldOfTheEndOfTheLimit().decides("DRAFTED");
		ministries().forEach(ministry -> ministry.isReminded().decides("VOTED"));
		this.notice.waitsAt("Event_NoticeDay");
		assertThat(calls()).endsWith("tallyBallots");
		this.notice.fires("Event_NoticeDay").waitsAt("Event_NoticeClosed");
		assertThat(calls()).endsWith("publishNotice");
		this.notice.fires("Event_NoticeClosed");

		assertThat(calls()).endsWith("closeNotice");
		this.notice
			.passed("Task_DraftPublicNotice", "Task_ConfirmNotice", "Task_TallyBallots", "Gateway_Unanimous",
					"Event_NoticeDay", "Task_PublishNotice", "Event_NoticeClosed", "Task_CloseNotice")
			.neverPassed("Event_ConfirmationOverdue", "Task_Coordinate")
			.endsAt("End_Published", "PUBLISHED");
	}

	@Test
	void goesToCoordinationWhenAMinistryStaysSilent() {
		finds("tallyBallots", "DIVIDED");
		reachesTheMinistries();
		ministries().get(0).decides("VOTED");

		this.notice.fires("Event_ConfirmationOverdue");

		this.notice.waitsAt("Task_Coordinate")
			.passed("Event_ConfirmationOverdue", "Task_TallyBallots", "Gateway_Unanimous")
			.neverPassed("Event_NoticeDay");
	}

	@Test
	void isPublishedForTheParksLeftAfterCoordination() {
		finds("applyCoordination", "AGREED");
		reachesCoordination();

		office().isReminded().isToldOfTheEndOfTheLimit().decides("COORDINATED");

		this.notice.waitsAt("Event_NoticeDay")
			.passed("Task_Coordinate", "Task_ApplyCoordination", "Gateway_Coordinated");
	}

	@Test
	void asksTheMinistriesAgain() {
		finds("applyCoordination", "ASK_AGAIN");
		reachesCoordination();

		office().decides("COORDINATED");

		this.notice.waitsAt("Task_ConfirmNotice")
			.passed("Task_ConfirmNotice", "Gateway_Unanimous", "Gateway_Coordinated")
			.neverPassed("Event_NoticeDay");
	}

	@Test
	void goesBackToTheDrafterFromCoordination() {
		finds("applyCoordination", "REDRAFT");
		reachesCoordination();

		office().decides("REDRAFT");

		this.notice.waitsAt("Task_DraftPublicNotice").passed("Gateway_Coordinated").neverPassed("Task_PublishNotice");
	}

	@Test
	void endsWhenNoParkIsLeft() {
		finds("applyCoordination", "EMPTY");
		reachesCoordination();

		office().decides("COORDINATED");

		this.notice.passed("Gateway_Coordinated").neverPassed("Task_PublishNotice").endsAt("End_Empty", "EMPTY");
	}

	private void reachesTheMinistries() {
		this.notice.isStarted();
		office().decides("DRAFTED");
		this.notice.waitsAt("Task_ConfirmNotice");
	}

	private void reachesCoordination() {
		finds("tallyBallots", "DIVIDED");
		reachesTheMinistries();
		ministries().forEach(ministry -> ministry.decides("VOTED"));
		this.notice.waitsAt("Task_Coordinate");
	}

}
