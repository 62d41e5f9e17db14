package cn.ecopark.worklist;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;

import static org.assertj.core.api.Assertions.assertThat;

class TaskDescriptionTest {

	@Test
	void asksForPointsWithTheOutcomesThatNeedThem() {
		TaskDescription task = task(List.of(), List.of());

		assertThat(task.asksForPoints("SEND_BACK")).isTrue();
		assertThat(task.asksForPoints("FORWARD")).isFalse();
	}

	@Test
	void missesEveryDocumentOfWhichNoneOfTheKindsIsThere() {
		TaskDescription task = task(List.of("plan", "report|summary", "map"), List.of());

		assertThat(task.missingAmong(List.of("plan", "summary", "other"))).containsExactly("map");
		assertThat(task.missingAmong(List.of("map", "plan", "report"))).isEmpty();
		assertThat(task.missingAmong(List.of())).containsExactly("plan", "report|summary", "map");
	}

	@Test
	void issuesWhatBelongsToTheOutcomeOrToEvery() {
		TaskDescription task = task(List.of(), List.of("ADMIT:admission", "*:receipt", "REJECT:refusal"));

		assertThat(task.issuedWith("ADMIT")).containsExactly("admission", "receipt");
		assertThat(task.issuedWith("OTHER")).containsExactly("receipt");
	}

	@Test
	void issuesNothingWhereATaskWasMadeBeforeItCould() {
		assertThat(task(List.of(), null).issuedWith("ADMIT")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "PUBLIC, AUTHORITIES, AUTHORITIES", "PARK, AUTHORITIES, AUTHORITIES", "PUBLIC, PARK, PARK",
			"OWN_UNIT, AUTHORITIES, OWN_UNIT", "PARK, PARK, PARK", "PARK, PUBLIC, PARK" })
	void isShownToNobodyItMustNotBeShownTo(Audience drawn, Audience widest, Audience shown) {
		assertThat(drawn(drawn, false).shownAtMostTo(widest, false).audience()).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource({ "false, false, false", "false, true, true", "true, false, true", "true, true, true" })
	void staysUnseenWhereItIsDrawnOrMustBe(boolean drawn, boolean unseen, boolean secret) {
		TaskDescription task = drawn(Audience.PARK, drawn);

		assertThat(task.shownAtMostTo(Audience.PUBLIC, unseen)).isEqualTo(drawn(Audience.PARK, secret));
	}

	private static TaskDescription drawn(Audience audience, boolean secret) {
		return new TaskDescription(Purpose.PANEL_VOTE, List.of("PASS"), List.of("a"), List.of("b"), audience,
				List.of("BACK"), List.of("AGREE"), "表决", "naming", secret, true, List.of("PASS:opinion"));
	}

	private static TaskDescription task(List<String> documents, @Nullable List<String> issues) {
		return new TaskDescription(Purpose.ORDINARY, List.of("FORWARD", "SEND_BACK"), documents, List.of(),
				Audience.AUTHORITIES, List.of("SEND_BACK"), List.of(), null, null, false, false, issues);
	}

}
