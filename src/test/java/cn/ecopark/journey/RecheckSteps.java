package cn.ecopark.journey;

/** 复查 of one park, and what follows a failed one. */
final class RecheckSteps {

	private static final String[] MINISTRIES = { "mee.staff", "mofcom.staff", "most.staff" };

	private final World world;

	private final String park;

	private final AwardSteps.Applicant applicant;

	RecheckSteps(World world, String park, AwardSteps.Applicant applicant) {
		this.world = world;
		this.park = park;
		this.applicant = applicant;
	}

	/**
	 * @param share of the full score, from 0 to 1
	 */
	void isAssessed(double share) {
		this.world.as("office.one").starts(this.park, "recheck");
		this.world.as(this.applicant.staff()).does(this.park, "提交自查报告", "SUBMIT");
		this.world.as(this.applicant.province() + ".ecology").does(this.park, "省级审核", "FORWARD");
		this.world.as("nies.staff").scores(this.park, "现场评估", share);
	}

	static void resultIsIssued(World world, String batch, String... parks) {
		world.as("office.one").composes("recheck-result", batch, parks).expect(200);
		world.as("office.one").does(batch, "起草复查结果通报", "DRAFTED");
		for (String ministry : MINISTRIES) {
			world.as(ministry).votes(batch, "会签", "VOTED", "AGREE");
		}
		world.jobsRun();
		world.as("office.one").does(batch, "编号、印发通报", "ISSUED");
		world.jobsRun();
	}

	void isRectified() {
		isReassessed(0.75);
	}

	/** The rectification has not helped, and the Office proposes to revoke the title. */
	void failsAgain() {
		isReassessed(0.5);
		this.world.as("office.one").does(this.park, "提请取消命名", "PROPOSED");
		this.world.jobsRun();
	}

	private void isReassessed(double share) {
		this.world.as("office.one")
			.does(this.park, "下达限期整改", "ORDERED", "pointTarget.ORDERED", "", "pointRemark.ORDERED", "完善环境管理台账（虚构）");
		this.world.as(this.applicant.staff()).does(this.park, "逐项整改", "SUBMIT");
		this.world.as("office.one").does(this.park, "复核整改", "DONE");
		this.world.as("nies.staff").scores(this.park, "现场复评", share);
		this.world.jobsRun();
	}

}
