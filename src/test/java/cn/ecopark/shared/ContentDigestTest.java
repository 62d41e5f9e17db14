package cn.ecopark.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentDigestTest {

	@Test
	void knowsWhatSaysTheSame() {
		Map<String, List<String>> turned = new LinkedHashMap<>();
		turned.put("b", List.of("2"));
		turned.put("a", List.of("1"));
		turned.put("_csrf", List.of("other"));
		turned.put("once", List.of("other"));

		assertThat(ContentDigest.of(Map.of("a", List.of("1"), "b", List.of("2"), "_csrf", List.of("t"))))
			.isEqualTo(ContentDigest.of(turned));
	}

	@Test
	void tellsApartWhatSaysSomethingElse() {
		assertThat(
				List.of(ContentDigest.of(Map.of("a", List.of("1", "2"))), ContentDigest.of(Map.of("a", List.of("12"))),
						ContentDigest.of(Map.of("a", List.of("2", "1"))), ContentDigest.of(Map.of("a1", List.of("2"))),
						ContentDigest.of(Map.of("a", List.of("1"), "2", List.of())), ContentDigest.of(Map.of())))
			.doesNotHaveDuplicates();
	}

}
