package cn.ecopark.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;

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
import cn.ecopark.batch.ComposeBatch;
import cn.ecopark.batch.JointRounds;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.form.FormValues;
import cn.ecopark.notice.Objection.Channel;
import cn.ecopark.notice.Objection.Objector;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.NoticeDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItem.Holder;

/** A notice of two parks, drafted for the third of June 2019. */
@ModuleTest
@Import({ CaseStage.class, JointRounds.class })
@TestPropertySource(properties = "ecopark.case-time.movable=true")
abstract class NoticeTestCase {

	@Autowired
	Scene scene;

	@Autowired
	ComposeBatch composeBatch;

	@Autowired
	JointRounds rounds;

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
		Batch batch = this.composeBatch.compose("public-notice", List.of(this.first.id(), this.second.id()), "公示",
				this.office);
		this.notice = batch.id();
		drafts("2019-06-03");
		this.rounds.agreed(batch);
	}

	void drafts(String day) {
		drafts(day, "关于拟批复的公示");
	}

	void drafts(String day, String title) {
		WorkItem task = this.scene.batchTask(this.notice, "Task_DraftPublicNotice", "OFFICE", Purpose.NOTICE_DRAFT,
				"DRAFTED");
		FormValues form = FormValues.NONE.with("title", title)
			.with("introduction", "经考核验收……")
			.with("publicationDay", LocalDate.parse(day))
			.with("phone", "010-5555 0118");
		this.scene.does(this.office, task, new NoticeDecision(Statement.of("DRAFTED", "意见").with(form)));
	}

	void publish() {
		this.scene.itIs("2019-06-03T09:00");
		this.flow.publish(this.notice);
	}

	Objection objects(EcoCase park, String address) {
		return this.fileObjection.overTheWeb(incoming(park, Channel.WEB, "2019-06-03"), address);
	}

	NewObjection incoming(EcoCase park, Channel channel, String receivedOn) {
		return new NewObjection(this.notice, park.id(), channel, "废水偷排，请核实。", Objector.ANONYMOUS,
				LocalDate.parse(receivedOn), UUID.randomUUID().toString());
	}

	void answers(Objection objection, String outcome, String fields) {
		this.scene.states(this.office, objection.id(), answerTask(objection, Purpose.OBJECTION_ANSWER, outcome),
				outcome, fields);
		this.flow.settle(objection.id());
	}

	WorkItem answerTask(Objection objection, Purpose purpose, String outcome) {
		return this.scene.caseTask(this.first, objection.id(), "objection", "Task_Objection",
				new Holder("OFFICE", "OFFICE", null, null), purpose, outcome);
	}

	BatchItem item(EcoCase park) {
		return this.items.find(this.notice, park.id()).orElseThrow();
	}

	static Instant at(String moment) {
		return LocalDateTime.parse(moment).atZone(CaseTime.ZONE).toInstant();
	}

}
