package cn.ecopark.process;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether work list and engine agree, for tests of other packages. */
public final class WorklistAgreement {

	private WorklistAgreement() {
	}

	public static void isComplete(ApplicationContext context) {
		WorklistUpkeep.Difference difference = context.getBean(WorklistUpkeep.class).compare();
		assertThat(difference.missing()).as("tasks without a row").isEmpty();
		assertThat(difference.stale()).as("rows without a task").isEmpty();
	}

}
