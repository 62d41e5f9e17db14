package cn.ecopark.journey;

import java.util.List;

/**
 * Who decides and who is heard under a rule pack.
 *
 * @param ministries who decide jointly
 * @param opinions sign-in names of the departments of a province that are heard, without
 * the province, each with what its step is called
 * @param passes what is entered in the form of a check or acceptance that is passed
 */
record Regime(List<String> ministries, List<Heard> opinions, List<String> passes) {

	/** 2015-167 as it began. */
	static final Regime OF_2015 = new Regime(List.of("mee.staff", "mofcom.staff", "most.staff"),
			List.of(new Heard("commerce", "商务部门提出初审意见"), new Heard("science", "科技部门提出初审意见")), List.of());

	/** 2015-167 since the reform of 2023: industry decides in the place of science. */
	static final Regime OF_2015_SINCE_2023 = new Regime(List.of("mee.staff", "mofcom.staff", "miit.staff"),
			OF_2015.opinions(), List.of());

	/** 2026-4. */
	static final Regime OF_2026 = new Regime(OF_2015_SINCE_2023.ministries(),
			List.of(new Heard("commerce", "商务部门提出意见"), new Heard("industry", "工信部门提出意见")),
			List.of("f.toBeRectified", "no", "f.underConditions", "no"));

	record Heard(String department, String step) {
	}

	/**
	 * @return fields of a form by which something is passed
	 */
	String[] passing() {
		return this.passes.toArray(String[]::new);
	}

	/** They agree to what is proposed for that park. */
	void areHeard(World world, String park, String province) {
		this.opinions.forEach(heard -> world.as(province + "." + heard.department()).does(park, heard.step(), "AGREE"));
	}

	/** All ministries agree to all parks of the batch. */
	void agree(World world, String batch) {
		this.ministries.forEach(ministry -> world.as(ministry).votes(batch, "会签", "VOTED", "AGREE"));
		world.jobsRun();
	}

}
