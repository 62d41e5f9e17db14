package cn.ecopark.journey;

import java.util.List;

/** 创建审批 of one park; each step is reached by way of those before it. */
final class CreationCourse extends CaseCourse {

	private final String[] experts;

	CreationCourse(World world, InventedPark park) {
		super(world, park);
		int first = Integer.parseInt(park.code().substring(1)) % 3 * 5;
		this.experts = new String[5];
		for (int expert = 0; expert < this.experts.length; expert++) {
			this.experts[expert] = "expert%02d".formatted(first + expert + 1);
		}
	}

	CreationCourse begun() {
		this.world.as(this.park.staff()).starts(this.park.name(), "creation");
		return this;
	}

	CreationCourse submitted() {
		begun().does(this.park.staff(), "提交申报", "SUBMIT");
		return this;
	}

	CreationCourse withOpinionOfCommerce() {
		submitted().does(this.park.commerce(), "商务部门提出初审意见", "AGREE");
		return this;
	}

	CreationCourse withOpinions() {
		withOpinionOfCommerce().does(this.park.science(), "科技部门提出初审意见", "AGREE");
		return this;
	}

	CreationCourse forwarded() {
		withOpinions().does(this.park.ecology(), "省级初审", "FORWARD");
		return this;
	}

	CreationCourse admitted() {
		forwarded().does(OFFICE, "审查材料完整性", "ADMIT");
		return this;
	}

	CreationCourse preReviewed() {
		admitted().does("craes.staff", "技术预审", "READY");
		return this;
	}

	CreationCourse panelNamed() {
		preReviewed();
		this.world.as(OFFICE).namesPanel(this.park.name(), "组建专家组", this.experts);
		return this;
	}

	CreationCourse accepted(int howMany) {
		panelNamed();
		each(howMany, "接受邀请", "ACCEPT");
		return this;
	}

	CreationCourse met() {
		accepted(this.experts.length);
		this.world.jobsRun();
		does(OFFICE, "召开论证会", "HELD");
		return this;
	}

	CreationCourse heard(int howMany, String outcome) {
		met();
		for (String expert : List.of(this.experts).subList(0, howMany)) {
			does(expert, "提出专家意见", outcome, "opinion", "PASS".equals(outcome) ? "" : "用水指标须补充依据（虚构）。");
		}
		return this;
	}

	CreationCourse heard() {
		heard(this.experts.length, "PASS");
		this.world.jobsRun();
		return this;
	}

	CreationCourse concluded() {
		heard().does(leader(), "形成论证意见", "PASS");
		return this;
	}

	CreationCourse signed(int howMany) {
		concluded().sign("签署论证意见", howMany, followers());
		return this;
	}

	CreationCourse reviewed() {
		signed(followers().length);
		this.world.jobsRun();
		return this;
	}

	CreationCourse withoutConclusion() {
		heard().does(leader(), "形成论证意见", "NO_CONCLUSION", "opinion", "分歧较大（虚构）。");
		return this;
	}

	CreationCourse toRevise() {
		heard(this.experts.length, "PASS_AFTER_REVISION");
		this.world.jobsRun();
		asksForMore(leader(), "形成论证意见", "PASS_AFTER_REVISION", "请补充用水指标的依据");
		sign("签署论证意见", followers().length, followers());
		this.world.jobsRun();
		return this;
	}

	private void each(int howMany, String task, String outcome) {
		for (String expert : List.of(this.experts).subList(0, howMany)) {
			does(expert, task, outcome);
		}
	}

	private String leader() {
		return this.experts[0];
	}

	private String[] followers() {
		return List.of(this.experts).subList(1, this.experts.length).toArray(String[]::new);
	}

}
