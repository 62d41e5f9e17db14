package cn.ecopark.journey;

import java.util.stream.Stream;

/** One joint decision over several parks. */
final class BatchCourse {

	private final World world;

	private final Words words;

	private final String title;

	private final InventedPark[] parks;

	/** What the steps of such a batch are called. */
	enum Words {

		APPROVAL("construction-approval", "起草联合通知", "会签", "编号、印发"),

		NOTICE("public-notice", "起草公示", "会签", ""),

		NAMING("naming", "起草命名通知", "会签", "编号、印发"),

		RECHECK("recheck-result", "起草复查结果通报", "会签", "编号、印发通报"),

		REVOCATION("revocation-decision", "起草取消命名（除名）通知", "会签", "编号、印发");

		private final String process;

		private final String draft;

		private final String vote;

		private final String issue;

		Words(String process, String draft, String vote, String issue) {
			this.process = process;
			this.draft = draft;
			this.vote = vote;
			this.issue = issue;
		}

	}

	BatchCourse(World world, Words words, String title, InventedPark... parks) {
		this.world = world;
		this.words = words;
		this.title = title + "（虚构）";
		this.parks = parks;
	}

	private Party office() {
		return this.world.as(CaseCourse.OFFICE);
	}

	BatchCourse composed() {
		office()
			.composes(this.words.process, this.title,
					Stream.of(this.parks).map(InventedPark::name).toArray(String[]::new))
			.expect(200);
		return this;
	}

	BatchCourse drafted(String... fields) {
		composed();
		office().does(this.title, this.words.draft, "DRAFTED", fields);
		return this;
	}

	/** The first ministries say yes. */
	BatchCourse voted(int howMany) {
		for (String ministry : Stream.of(CaseCourse.MINISTRIES).limit(howMany).toList()) {
			this.world.as(ministry).votes(this.title, this.words.vote, "VOTED", "AGREE");
		}
		return this;
	}

	BatchCourse agreed() {
		voted(CaseCourse.MINISTRIES.length);
		this.world.jobsRun();
		return this;
	}

	/** The last ministry says no to that park. */
	BatchCourse divided(InventedPark about) {
		voted(CaseCourse.MINISTRIES.length - 1);
		this.world.as(CaseCourse.MINISTRIES[CaseCourse.MINISTRIES.length - 1])
			.votes(this.title, this.words.vote, "VOTED", "AGREE", about.name(), "DISAGREE");
		this.world.jobsRun();
		return this;
	}

	BatchCourse issued() {
		office().does(this.title, this.words.issue, "ISSUED");
		this.world.jobsRun();
		return this;
	}

	/** The Office leaves that park out and asks about the others again. */
	BatchCourse strikesOut(InventedPark out) {
		office().votes(this.title, "协调", "COORDINATED", "ASK_AGAIN", out.name(), "STRIKE_OUT");
		this.world.jobsRun();
		return this;
	}

}
