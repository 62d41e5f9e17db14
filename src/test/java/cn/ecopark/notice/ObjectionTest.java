package cn.ecopark.notice;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.notice.NoticeRefusals.AfterPeriod;
import cn.ecopark.notice.NoticeRefusals.NotYourObjection;
import cn.ecopark.notice.NoticeRefusals.ParkNotListed;
import cn.ecopark.notice.NoticeRefusals.ReceivedOutsidePeriod;
import cn.ecopark.notice.NoticeRefusals.WaitAMoment;
import cn.ecopark.notice.Objection.Channel;
import cn.ecopark.notice.Objection.State;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.shared.RateLimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What objections mean for the parks of a notice. */
class ObjectionTest extends NoticeTestCase {

	@Autowired
	RateLimit rateLimit;

	@Autowired
	JdbcClient jdbc;

	@Test
	void sendsParksOnWhenItIsOverAndKeepsThoseObjectedTo() {
		publish();
		Objection objection = objects(this.first, "b");

		this.scene.itIs("2019-06-19T00:00");
		this.flow.close(this.notice);

		assertThat(this.engine.delivered()).containsEntry(this.second.id(), "PUBLISHED")
			.doesNotContainKey(this.first.id());
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
		this.scene.states(this.office, other.id(), answerTask(other, Purpose.OBJECTION_ASSIGNMENT, "NOT_ADMIT"),
				"NOT_ADMIT", "{}");
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
	void takesObjectionsOverTheWebWithinThePeriodOnly() {
		publish();
		this.scene.itIs("2019-06-18T23:59");
		assertThat(objects(this.first, "g").receiptNumber()).matches("YY-2019-\\d{4}-[2-9A-HJ-NP-Z]{8}");

		this.scene.itIs("2019-06-19T00:00");
		assertThatThrownBy(() -> objects(this.first, "h")).isInstanceOf(AfterPeriod.class);
	}

	@Test
	void takesTheSameSubmissionOnceAndSlowsDownManyFromOneAddress() {
		publish();
		NewObjection incoming = incoming(this.first, Channel.WEB, "2019-06-03");
		Objection once = this.fileObjection.overTheWeb(incoming, "i");
		assertThat(this.fileObjection.overTheWeb(incoming, "i").id()).isEqualTo(once.id());

		for (int more = 0; more < 59; more++) {
			this.rateLimit.count("objection.filed", "i");
		}
		assertThatThrownBy(() -> objects(this.first, "i")).isInstanceOf(WaitAMoment.class);
		assertThat(objects(this.first, "j").isOpen()).isTrue();

		this.jdbc.sql("UPDATE rate_limit SET at = at - interval '21 seconds'").update();
		assertThat(objects(this.first, "i").isOpen()).as("never shut out").isTrue();
		assertThatThrownBy(() -> objects(this.first, "i")).isInstanceOf(WaitAMoment.class);
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
		assertThatThrownBy(() -> this.composeBatch.compose("naming", List.of(this.first.id(), this.second.id()), "命名",
				this.office))
			.isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
				assertThat(refusal.rule()).isEqualTo("objection-open");
				assertThat(refusal.arguments()).containsExactly(this.first.park().name());
			});
		answers(entered, "DISMISS", "{}");
		Batch naming = this.composeBatch.compose("naming", List.of(this.first.id(), this.second.id()), "命名",
				this.office);
		assertThat(this.items.in(naming.id())).hasSize(2);
	}

	@Test
	void issuesNothingWhileAnObjectionIsOpenAndStrikesOutWhenUpheld() {
		publish();
		this.scene.itIs("2019-06-19T10:00");
		this.flow.close(this.notice);
		this.scene.waitsFor("naming", this.first);
		Batch naming = this.composeBatch.compose("naming", List.of(this.first.id()), "命名", this.office);
		Objection entered = this.fileObjection.enteredByTheOffice(incoming(this.first, Channel.VISIT, "2019-06-10"),
				this.office);

		assertThatThrownBy(() -> this.batchFlow.issueDocument(naming.id())).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo("objection-open"));
		answers(entered, "UPHOLD", "{}");

		assertThat(this.engine.delivered()).containsEntry(this.first.id(), "STRUCK_OUT");
		assertThat(this.objections.hindering(List.of(this.first.id()))).isEmpty();
	}

	@Test
	void keepsAParkBackThatWasObjectedToTooLateToStrikeItOut() {
		publish();
		this.scene.itIs("2019-06-19T10:00");
		this.flow.close(this.notice);
		Objection entered = this.fileObjection.enteredByTheOffice(incoming(this.first, Channel.CALL, "2019-06-10"),
				this.office);
		answers(entered, "UPHOLD", "{}");

		this.scene.waitsFor("naming", this.first);
		assertThatThrownBy(() -> this.composeBatch.compose("naming", List.of(this.first.id()), "命名", this.office))
			.isInstanceOfSatisfying(LegalRefusal.class,
					refusal -> assertThat(refusal.rule()).isEqualTo("objection-upheld"));
	}

}
