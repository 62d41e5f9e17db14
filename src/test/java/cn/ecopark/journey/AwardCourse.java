package cn.ecopark.journey;

import java.util.List;
import java.util.stream.Stream;

/** 命名审批 of one park; each step is reached by way of those before it. */
final class AwardCourse extends CaseCourse {

	private static final String TECHNICAL = "craes.staff";

	private final String[] experts;

	AwardCourse(World world, InventedPark park) {
		super(world, park);
		int first = Integer.parseInt(park.code().substring(1)) % 3 * 5;
		this.experts = new String[5];
		for (int expert = 0; expert < this.experts.length; expert++) {
			this.experts[expert] = "expert%02d".formatted(first + expert + 1);
		}
	}

	AwardCourse begun() {
		this.world.as(this.park.staff()).starts(this.park.name(), "award");
		return this;
	}

	AwardCourse submitted() {
		begun().does(this.park.staff(), "提交验收申请", "SUBMIT");
		return this;
	}

	AwardCourse withOpinions() {
		submitted().does(this.park.commerce(), "商务部门提出初审意见", "AGREE");
		does(this.park.science(), "科技部门提出初审意见", "AGREE");
		return this;
	}

	AwardCourse forwarded() {
		withOpinions().does(this.park.ecology(), "省级初审", "FORWARD");
		return this;
	}

	AwardCourse admitted() {
		forwarded().does(OFFICE, "审查材料完整性", "ADMIT");
		return this;
	}

	AwardCourse planned() {
		admitted().does(TECHNICAL, "制定核查方案", "READY");
		return this;
	}

	AwardCourse inspected() {
		planned().does(TECHNICAL, "现场核查", "DONE");
		return this;
	}

	AwardCourse toRectifyForTheCheck() {
		inspected().asksForMore(TECHNICAL, "提出技术核查意见", "RECTIFY", "请完善环境管理台账");
		return this;
	}

	AwardCourse rectifiedForTheCheck() {
		toRectifyForTheCheck().does(this.park.staff(), "逐项整改", "SUBMIT");
		return this;
	}

	AwardCourse checked() {
		inspected().does(TECHNICAL, "提出技术核查意见", "PASS");
		return this;
	}

	AwardCourse panelNamed() {
		checked();
		this.world.as(OFFICE).namesPanel(this.park.name(), "组建验收组", this.experts);
		return this;
	}

	AwardCourse called() {
		panelNamed().does(OFFICE, "召集验收会", "CALLED");
		return this;
	}

	AwardCourse voted(int howMany) {
		called();
		vote(howMany, "PASS");
		return this;
	}

	AwardCourse voted() {
		voted(MINISTRIES.length + this.experts.length);
		this.world.jobsRun();
		return this;
	}

	private void vote(int howMany, String outcome) {
		String[] voters = Stream.concat(Stream.of(MINISTRIES), Stream.of(this.experts)).toArray(String[]::new);
		for (String voter : List.of(voters).subList(0, howMany)) {
			does(voter, voter.startsWith("expert") ? "专家表决" : "三部代表表决", outcome, "opinion",
					"PASS".equals(outcome) ? "" : "绿化指标尚差（虚构）。");
		}
	}

	AwardCourse concluded() {
		voted().does(this.experts[0], "形成验收意见", "PASS");
		return this;
	}

	AwardCourse signed(int howMany) {
		concluded().sign("签署验收意见", howMany, signers());
		return this;
	}

	AwardCourse accepted() {
		signed(signers().length);
		this.world.jobsRun();
		return this;
	}

	AwardCourse withoutConclusion() {
		voted().does(this.experts[0], "形成验收意见", "NO_CONCLUSION", "opinion", "分歧较大（虚构）。");
		return this;
	}

	AwardCourse acceptedOnConditions() {
		called();
		vote(MINISTRIES.length + this.experts.length, "PASS_WITH_CONDITIONS");
		this.world.jobsRun();
		asksForMore(this.experts[0], "形成验收意见", "PASS_WITH_CONDITIONS", "请补种绿化");
		sign("签署验收意见", signers().length, signers());
		this.world.jobsRun();
		return this;
	}

	private String[] signers() {
		return Stream.concat(List.of(this.experts).subList(1, this.experts.length).stream(), Stream.of(MINISTRIES))
			.toArray(String[]::new);
	}

}
