package cn.ecopark.journey;

import java.util.Map;

/** 取消命名 of one park, which states its case and does not convince. */
final class RevocationSteps {

	private static final String[] MINISTRIES = { "mee.staff", "mofcom.staff", "most.staff" };

	private final World world;

	private final String park;

	private final AwardSteps.Applicant applicant;

	private final String batch;

	RevocationSteps(World world, String park, AwardSteps.Applicant applicant, String batch) {
		this.world = world;
		this.park = park;
		this.applicant = applicant;
		this.batch = batch;
	}

	void isFiled() {
		this.world.as("office.one").does(this.park, "立案", "FILED", "f.facts", "该园区2022年复查不合格，整改后复评仍不合格（虚构）");
	}

	void isAnswered() {
		this.world.as(this.applicant.staff()).does(this.park, "陈述申辩", "SUBMIT");
		this.world.as("office.one")
			.does(this.park, "审查陈述申辩", "SUBMIT_TO_MINISTRIES", "f.findings", "所述困难属实，但不影响对事实的认定（虚构）");
	}

	void isDecided() {
		this.world.as("office.one").composes("revocation-decision", this.batch, this.park).expect(200);
		this.world.as("office.one").does(this.batch, "起草取消命名（除名）通知", "DRAFTED");
		for (String ministry : MINISTRIES) {
			this.world.as(ministry).votes(this.batch, "会签", "VOTED", "AGREE");
		}
		this.world.jobsRun();
		this.world.as("office.one").does(this.batch, "编号、印发", "ISSUED");
		this.world.jobsRun();
	}

	Map<String, byte[]> documents() {
		return this.world.as("office.one").batchDocuments(this.batch);
	}

}
