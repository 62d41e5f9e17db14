package cn.ecopark.notice;

import java.util.List;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.PublishedEvents;
import cn.ecopark.batch.Batches;
import cn.ecopark.batch.ParkStruckOut;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.SuspendCase;
import cn.ecopark.notice.NoticeRefusals.NoticeNotFound;
import cn.ecopark.notice.Objection.State;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NoticeFlowTest extends NoticeTestCase {

	@Autowired
	CaseFlow caseFlow;

	@Autowired
	SuspendCase suspendCase;

	@Autowired
	Batches batches;

	@Test
	void lastsTenWorkingDaysWithoutTheFirst() {
		assertThat(this.flow.publicationInstant(this.notice)).isEqualTo(at("2019-06-03T09:00"));
		this.scene.itIs("2019-06-03T09:00");
		this.flow.publish(this.notice);

		PublicNotice published = this.notices.published(this.notice);
		assertThat(published.closesOn()).isEqualTo(LocalDate.of(2019, 6, 18));
		assertThat(this.flow.closingInstant(this.notice)).isEqualTo(at("2019-06-19T00:00"));
	}

	@Test
	void isPublishedOnTheNextWorkingDayWhenItsOwnHasPassed() {
		this.scene.itIs("2019-06-04T15:00");
		assertThat(this.flow.publicationInstant(this.notice)).isBetween(at("2019-06-04T15:00"), at("2019-06-04T15:01"));

		this.scene.itIs("2019-06-07T15:00");
		assertThat(this.flow.publicationInstant(this.notice)).isEqualTo(at("2019-06-10T09:00"));

		this.scene.itIs("2019-06-10T11:00");
		this.flow.publish(this.notice);
		assertThat(this.notices.published(this.notice).closesOn()).isEqualTo(LocalDate.of(2019, 6, 24));
	}

	/** Until it is before the public; then it stays as the public read it. */
	@Test
	void callsTheParksThatRemain() {
		String two = this.first.park().name() + "等2家园区";
		drafts("2019-06-03", "关于拟批复" + two + "的公示");
		this.rounds.agreed(this.batches.get(this.notice));
		this.batchFlow.strikeOut(this.first.id(), "补充材料（虚构）");

		this.scene.itIs("2019-06-03T09:00");
		this.flow.publish(this.notice);

		assertThat(this.notices.published(this.notice).title()).isEqualTo("关于拟批复" + this.second.park().name() + "的公示");
	}

	@Test
	void refusesAFirstDayThatIsPastOrOff() {
		assertThatThrownBy(() -> drafts("2019-05-29")).isInstanceOf(InvalidSubmission.class);
		assertThatThrownBy(() -> drafts("2019-06-07")).isInstanceOf(InvalidSubmission.class);
		assertThatThrownBy(() -> drafts("2019-06-08")).isInstanceOf(InvalidSubmission.class);
	}

	@Test
	void isSeenByNobodyBeforeItsDay() {
		assertThatThrownBy(() -> this.notices.published(this.notice)).isInstanceOf(NoticeNotFound.class);
		assertThatThrownBy(() -> objects(this.first, "a")).isInstanceOf(NoticeNotFound.class);
	}

	/** The public keeps its days; the park goes on when its case does. */
	@Test
	void keepsAParkWhoseCaseStandsStill() {
		publish();
		this.caseFlow.submitted(this.first.id());
		this.suspendCase.suspend(this.first.id(), "CRIMINAL_CASE", new Reason("立案侦查（虚构）"), "", this.office);
		this.scene.itIs("2019-06-19T00:00");
		this.flow.close(this.notice);

		assertThat(this.engine.delivered()).containsEntry(this.second.id(), "PUBLISHED")
			.doesNotContainKey(this.first.id());
		assertThat(item(this.first).isIn()).isTrue();

		this.suspendCase.takeUp(this.first.id(), new Reason("不起诉（虚构）"), this.office);
		assertThat(this.engine.delivered()).containsEntry(this.first.id(), "PUBLISHED");
	}

	@Test
	void isOverWhenItsLastParkHasGone(PublishedEvents events) {
		publish();
		this.batchFlow.strikeOut(this.first.id(), "WITHDRAWN");
		this.batchFlow.strikeOut(this.second.id(), "WITHDRAWN");

		assertThat(this.notices.get(this.notice).state()).isEqualTo(PublicNotice.State.CLOSED);
		assertThat(this.engine.cancelled()).contains(this.notice);
		assertThat(events.ofType(NoticePublished.class)).extracting(NoticePublished::batchId)
			.containsExactly(this.notice);
		assertThat(events.ofType(NoticeClosed.class)).containsExactly(new NoticeClosed(this.notice, List.of()));
		assertThat(events.ofType(ParkStruckOut.class)).extracting(ParkStruckOut::caseId)
			.containsExactly(this.first.id(), this.second.id());
	}

}
