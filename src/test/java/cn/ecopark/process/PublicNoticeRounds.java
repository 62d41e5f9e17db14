package cn.ecopark.process;

import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

abstract class PublicNoticeRounds extends ProcessTest {

	private final Course notice = batchIn("public-notice");

	PublicNoticeRounds(ReleaseId release) {
		super(release);
	}

	@Test
	void standsFromItsDayUntilItCloses() {
		finds("tallyBallots", "UNANIMOUS");
		this.notice.isStarted().waitsAt("Task_DraftPublicNotice");

		office().isReminded().isToldOfTheEndOfTheLimit().decides("DRAFTED");
		this.notice.waitsAt("Call_JointDecision").stage("joint-decision").waitsAt("Task_Countersign");
		ministries().forEach(ministry -> ministry.decides("VOTED"));
		this.notice.waitsAt("Event_NoticeDay");
		assertThat(calls()).endsWith("tallyBallots");
		this.notice.fires("Event_NoticeDay").waitsAt("Event_NoticeClosed");
		assertThat(calls()).endsWith("publishNotice");
		this.notice.fires("Event_NoticeClosed");

		assertThat(calls()).endsWith("closeNotice");
		this.notice
			.passed("Task_DraftPublicNotice", "Call_JointDecision", "Gateway_Agreed", "Event_NoticeDay",
					"Task_PublishNotice", "Event_NoticeClosed", "Task_CloseNotice")
			.endsAt("End_Published", "PUBLISHED");
	}

	@Test
	void goesBackToTheDrafterFromCoordination() {
		finds("applyCoordination", "REDRAFT");
		reachesCoordination();

		office().decides("REDRAFT");

		this.notice.waitsAt("Task_DraftPublicNotice").passed("Gateway_Agreed").neverPassed("Task_PublishNotice");
	}

	@Test
	void endsWhenNoParkIsLeft() {
		finds("applyCoordination", "EMPTY");
		reachesCoordination();

		office().decides("COORDINATED");

		this.notice.passed("Gateway_Agreed").neverPassed("Task_PublishNotice").endsAt("End_Empty", "EMPTY");
	}

	private void reachesCoordination() {
		finds("tallyBallots", "DIVIDED");
		this.notice.isStarted();
		office().decides("DRAFTED");
		ministries().forEach(ministry -> ministry.decides("VOTED"));
		this.notice.stage("joint-decision").waitsAt("Task_Coordinate");
	}

}
