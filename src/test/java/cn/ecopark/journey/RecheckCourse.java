package cn.ecopark.journey;

import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;

/** 复查 of one park, and what may follow. */
final class RecheckCourse extends CaseCourse {

	RecheckCourse(World world, InventedPark park) {
		super(world, park);
	}

	RecheckCourse begun() {
		this.world.as(OFFICE).starts(this.park.name(), "recheck");
		return this;
	}

	RecheckCourse reported() {
		begun().does(this.park.staff(), "提交自查报告", "SUBMIT");
		return this;
	}

	RecheckCourse forwarded() {
		reported().does(this.park.ecology(), "省级审核", "FORWARD");
		return this;
	}

	/**
	 * @param share of the full score, from 0 to 1
	 */
	RecheckCourse assessed(double share) {
		forwarded();
		this.world.as("nies.staff").scores(this.park.name(), "现场评估", share);
		return this;
	}

	RecheckCourse toRectify() {
		asksForMore(OFFICE, "下达限期整改", "ORDERED", "请完善环境管理台账");
		return this;
	}

	RecheckCourse rectified() {
		toRectify().does(this.park.staff(), "逐项整改", "SUBMIT");
		return this;
	}

	RecheckCourse reviewed() {
		rectified().does(OFFICE, "复核整改", "DONE");
		return this;
	}

	RecheckCourse failedAgain() {
		reviewed();
		this.world.as("nies.staff").scores(this.park.name(), "现场复评", 0.4);
		this.world.jobsRun();
		return this;
	}

	RecheckCourse proposedForRevocation() {
		failedAgain().does(OFFICE, "提请取消命名", "PROPOSED");
		this.world.jobsRun();
		return this;
	}

	/** The Office opens a revocation without a recheck. */
	RecheckCourse revocationBegun() {
		Browser office = this.world.as(OFFICE).browser();
		Document list = office.open("/parks?q=" + Browser.encode(this.park.name())).expect(200).page();
		Document page = office
			.open(list.expectFirst("a[href^=/parks/]:containsOwn(" + this.park.name() + ")").absUrl("href"))
			.expect(200)
			.page();
		FormFiller form = new FormFiller(page, "form:has(input[name=kind][value=revocation])");
		office.post(form.action(), form.fill(Map.of("reason", List.of("园区发生重大环境违法（虚构）。")), this.world.today()))
			.expect(200);
		return this;
	}

	RecheckCourse revocationFiled() {
		revocationBegun().does(OFFICE, "立案", "FILED", "f.facts", "园区发生重大环境违法（虚构）");
		return this;
	}

	RecheckCourse stated() {
		revocationFiled().does(this.park.staff(), "陈述申辩", "SUBMIT");
		return this;
	}

	RecheckCourse stateReviewed() {
		stated().does(OFFICE, "审查陈述申辩", "SUBMIT_TO_MINISTRIES", "f.findings", "所述困难属实，但不影响对事实的认定（虚构）");
		return this;
	}

}
