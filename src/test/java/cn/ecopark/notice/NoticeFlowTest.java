package cn.ecopark.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.RecordingEngine;
import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchFlow;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.batch.BatchRefusals.CaseHindered;
import cn.ecopark.batch.ComposeBatch;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.notice.NoticeRefusals.AfterPeriod;
import cn.ecopark.notice.NoticeRefusals.NoticeNotFound;
import cn.ecopark.notice.NoticeRefusals.NotYourObjection;
import cn.ecopark.notice.NoticeRefusals.ParkNotListed;
import cn.ecopark.notice.NoticeRefusals.ReceivedOutsidePeriod;
import cn.ecopark.notice.NoticeRefusals.TooMany;
import cn.ecopark.notice.Objection.Channel;
import cn.ecopark.notice.Objection.Objector;
import cn.ecopark.notice.Objection.State;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItem.Holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class NoticeFlowTest {

	@Autowired
	Scene scene;

	@Autowired
	ComposeBatch composeBatch;

	@Autowired
	BatchItems items;

	@Autowired
	BatchFlow batchFlow;

	@Autowired
	NoticeFlow flow;

	@Autowired
	PublicNotices notices;

	@Autowired
	Objections objections;

	@Autowired
	FileObjection fileObjection;

	@Autowired
	RecordingEngine engine;

	Actor office;

	EcoCase first;

	EcoCase second;

	String notice;

	@BeforeEach
	void draftForTheThirdOfJune() {
		this.scene.itIs("2019-05-30T10:00");
		this.office = this.scene.office();
		this.first = this.scene.openCase();
		this.second = this.scene.openCase();
		this.scene.waitsFor("public-notice", this.first);
		this.scene.waitsFor("public-notice", this.second);
		Batch batch = this.composeBatch.compose("public-notice", List.of(this.first.id(), this.second.id()), "公示", this.office);
		this.notice = batch.id();
		drafts("2019-06-03");
	}

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

	@Test
	void sendsParksOnWhenItIsOverAndKeepsThoseObjectedTo() {
		publish();
		Objection objection = objects(this.first, "b");

		this.scene.itIs("2019-06-19T00:00");
		this.flow.close(this.notice);

		assertThat(this.engine.delivered()).containsEntry(this.second.id(), "PUBLISHED").doesNotContainKey(this.first.id());
		assertThat(item(this.first).isIn()).isTrue();

		answers(objection, "DISMISS", "{\"answer\":\"不影响\"}");
		assertThat(this.engine.delivered()).containsEntry(this.first.id(), "PUBLISHED");
		assertThat(this.objections.get(objection.id()).state()).isEqualTo(State.DISMISSED);
		assertThat(this.objections.get(objection.id()).answer()).isEqualTo("不影响");
	}

	@Test
	void waitsForTheLastOfSeveralObjections() {
		publish();
		Objection one = objects(this.first, "c");
		Objection other = objects(this.first, "d");
		this.scene.itIs("2019-06-19T00:00");
		this.flow.close(this.notice);

		answers(one, "DISMISS", "{}");
		assertThat(this.engine.delivered()).doesNotContainKey(this.first.id());
		this.scene.states(this.office, other.id(), answerTask(other, "Task_AssignObjection", "NOT_ADMIT"), "NOT_ADMIT", "{}");
		this.flow.settle(other.id());
		assertThat(this.engine.delivered()).containsEntry(this.first.id(), "PUBLISHED");
	}

	@Test
	void strikesOutAParkWhenTheObjectionIsUpheld() {
		publish();
		Objection objection = objects(this.first, "e");

		answers(objection, "UPHOLD", "{}");

		assertThat(item(this.first).state()).isEqualTo(BatchItem.State.STRUCK_OUT);
		assertThat(this.engine.delivered()).containsEntry(this.first.id(), "STRUCK_OUT");
		assertThat(this.objections.get(objection.id()).struckOut()).isTrue();
		assertThatThrownBy(() -> objects(this.first, "f")).isInstanceOf(ParkNotListed.class);
		this.flow.settle(objection.id());
		assertThat(this.objections.get(objection.id()).state()).isEqualTo(State.UPHELD);
	}

	@Test
	void isOverWhenItsLastParkHasGone() {
		publish();
		this.batchFlow.strikeOut(this.first.id(), "WITHDRAWN");
		this.batchFlow.strikeOut(this.second.id(), "WITHDRAWN");

		assertThat(this.notices.get(this.notice).state()).isEqualTo(PublicNotice.State.CLOSED);
		assertThat(this.engine.cancelled()).contains(this.notice);
	}

	@Test
	void takesObjectionsOverTheWebWithinThePeriodOnly() {
		publish();
		this.scene.itIs("2019-06-18T23:59");
		assertThat(objects(this.first, "g").receiptNumber()).matches("YY-2019-\\d{4}-[2-9A-HJ-NP-Z]{4}");

		this.scene.itIs("2019-06-19T00:00");
		assertThatThrownBy(() -> objects(this.first, "h")).isInstanceOf(AfterPeriod.class);
	}

	@Test
	void takesTheSameSubmissionOnceAndNotTooManyFromOneAddress() {
		publish();
		NewObjection incoming = incoming(this.first, Channel.WEB, "2019-06-03");
		Objection once = this.fileObjection.overTheWeb(incoming, "i");
		assertThat(this.fileObjection.overTheWeb(incoming, "i").id()).isEqualTo(once.id());

		for (int more = 0; more < 4; more++) {
			objects(this.first, "i");
		}
		assertThatThrownBy(() -> objects(this.first, "i")).isInstanceOf(TooMany.class);
		assertThat(objects(this.first, "j").isOpen()).isTrue();
	}

	@Test
	void letsTheOfficeEnterALetterThatCameInTime() {
		publish();
		this.scene.itIs("2019-06-19T10:00");
		this.flow.close(this.notice);
		NewObjection late = incoming(this.first, Channel.LETTER, "2019-06-19");
		assertThatThrownBy(() -> this.fileObjection.enteredByTheOffice(late, this.office))
			.isInstanceOf(ReceivedOutsidePeriod.class);
		NewObjection letter = incoming(this.first, Channel.LETTER, "2019-06-18");
		Actor ministry = this.scene.ministry("MEE");
		assertThatThrownBy(() -> this.fileObjection.enteredByTheOffice(letter, ministry))
			.isInstanceOf(NotYourObjection.class);

		Objection entered = this.fileObjection.enteredByTheOffice(letter, this.office);

		assertThat(this.engine.started()).contains(entered.id());
		this.scene.waitsFor("naming", this.first);
		this.scene.waitsFor("naming", this.second);
		assertThatThrownBy(() -> this.composeBatch.compose("naming", List.of(this.first.id(), this.second.id()), "命名", this.office))
			.isInstanceOfSatisfying(CaseHindered.class,
					refusal -> assertThat(refusal.arguments()).containsExactly(this.first.park().name()));
		answers(entered, "DISMISS", "{}");
		Batch naming = this.composeBatch.compose("naming", List.of(this.first.id(), this.second.id()), "命名", this.office);
		assertThat(this.items.in(naming.id())).hasSize(2);
	}

	@Test
	void issuesNothingWhileAnObjectionIsOpenAndStrikesOutWhenUpheld() {
		publish();
		this.scene.itIs("2019-06-19T10:00");
		this.flow.close(this.notice);
		this.scene.waitsFor("naming", this.first);
		Batch naming = this.composeBatch.compose("naming", List.of(this.first.id()), "命名", this.office);
		Objection entered = this.fileObjection.enteredByTheOffice(incoming(this.first, Channel.VISIT, "2019-06-10"), this.office);

		assertThatThrownBy(() -> this.batchFlow.issuePaper(naming.id())).isInstanceOf(CaseHindered.class);
		answers(entered, "UPHOLD", "{}");

		assertThat(this.engine.delivered()).containsEntry(this.first.id(), "STRUCK_OUT");
		assertThat(this.objections.hindering(List.of(this.first.id()))).isEmpty();
	}

	@Test
	void keepsAParkBackThatWasObjectedToTooLateToStrikeItOut() {
		publish();
		this.scene.itIs("2019-06-19T10:00");
		this.flow.close(this.notice);
		Objection entered = this.fileObjection.enteredByTheOffice(incoming(this.first, Channel.CALL, "2019-06-10"), this.office);
		answers(entered, "UPHOLD", "{}");

		this.scene.waitsFor("naming", this.first);
		assertThatThrownBy(() -> this.composeBatch.compose("naming", List.of(this.first.id()), "命名", this.office))
			.isInstanceOf(CaseHindered.class);
	}

	private void drafts(String day) {
		WorkItem task = this.scene.batchTask(this.notice, "Task_DraftPublicNotice", "OFFICE", "notice", "DRAFTED");
		Map<String, List<String>> fields = new HashMap<>();
		fields.put("f.title", List.of("关于拟批复的公示"));
		fields.put("f.introduction", List.of("经考核验收……"));
		fields.put("f.publicationDay", List.of(day));
		fields.put("f.phone", List.of("010-5555 0118"));
		this.scene.does(this.office, task, "DRAFTED", fields);
	}

	private void publish() {
		this.scene.itIs("2019-06-03T09:00");
		this.flow.publish(this.notice);
	}

	private Objection objects(EcoCase park, String address) {
		return this.fileObjection.overTheWeb(incoming(park, Channel.WEB, "2019-06-03"), address);
	}

	private NewObjection incoming(EcoCase park, Channel channel, String receivedOn) {
		return new NewObjection(this.notice, park.id(), channel, "废水偷排，请核实。", Objector.ANONYMOUS,
				LocalDate.parse(receivedOn), UUID.randomUUID().toString());
	}

	private void answers(Objection objection, String outcome, String fields) {
		this.scene.states(this.office, objection.id(), answerTask(objection, "Task_AnswerObjection", outcome), outcome, fields);
		this.flow.settle(objection.id());
	}

	private WorkItem answerTask(Objection objection, String task, String outcome) {
		return this.scene.caseTask(this.first, objection.id(), "objection", task, new Holder("OFFICE", "OFFICE", null, null),
				"form", outcome);
	}

	private BatchItem item(EcoCase park) {
		return this.items.find(this.notice, park.id()).orElseThrow();
	}

	private static Instant at(String moment) {
		return LocalDateTime.parse(moment).atZone(CaseTime.ZONE).toInstant();
	}

}
