package cn.ecopark.process;

import java.util.Set;

import org.junit.jupiter.api.Test;

import cn.ecopark.process.WorklistUpkeep.Difference;

import static org.assertj.core.api.Assertions.assertThat;

class WorklistDifferenceTest {

	@Test
	void isNoneWhereEveryTaskHasItsRow() {
		Difference none = Difference.between(Set.of("a", "b"), Set.of("b", "a"));

		assertThat(none.isNone()).isTrue();
		assertThat(none).isEqualTo(new Difference(Set.of(), Set.of()));
	}

	@Test
	void namesTasksWithoutRowAndRowsWithoutTask() {
		Difference both = Difference.between(Set.of("a", "b"), Set.of("b", "c"));

		assertThat(both).isEqualTo(new Difference(Set.of("a"), Set.of("c")));
		assertThat(both.isNone()).isFalse();
		assertThat(Difference.between(Set.of("a"), Set.of()).isNone()).isFalse();
		assertThat(Difference.between(Set.of(), Set.of("c")).isNone()).isFalse();
	}

}
