package cn.ecopark.shared;

import java.net.ConnectException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FaultTextTest {

	@Test
	void tellsWhatWasThrownWhereAndByWhatButNothingThatWasTyped() {
		String told = FaultText.of(new IllegalStateException("王某的意见：\n\tat home\nCaused by: 园区的材料不实",
				new IllegalArgumentException("身份证 110101200001011234")));

		assertThat(told).startsWith("java.lang.IllegalStateException\n")
			.contains("\tat cn.ecopark.shared.FaultTextTest.")
			.contains("\nCaused by: java.lang.IllegalArgumentException")
			.doesNotContain("王某", "园区", "身份证", "1101");
	}

	@Test
	void keepsTheKeyOfARefusalAndTheWordsOfTheNetwork() {
		assertThat(FaultText.of(new RuntimeException(new ConnectException("Connection refused"))))
			.contains("Caused by: java.net.ConnectException: Connection refused");
		assertThat(FaultText.of(new Refusal("task.already-done") {
		})).startsWith("cn.ecopark.shared.FaultTextTest$1: task.already-done\n");
	}

}
