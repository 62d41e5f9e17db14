package cn.ecopark.law;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 联合行文: the lead body first, behind it the order of the document (GB/T 9704-2012, 7.2.4).
 */
class OrderOfBodiesTest {

	private static final List<String> DECIDED = List.of("A", "B", "C", "D");

	@Test
	void theLeadBodyIsFirstWhereverTheOrderHasIt() {
		assertThat(IssueRules.inOrder(DECIDED, List.of("C", "B", "A"))).containsExactly("A", "C", "B", "D");
	}

	@Test
	void withoutAnOrderTheyStandAsTheyDecided() {
		assertThat(IssueRules.inOrder(DECIDED, List.of())).containsExactlyElementsOf(DECIDED);
	}

	@Test
	void nobodyIsAddedWhoDidNotDecideAndNobodyLeftOut() {
		assertThat(IssueRules.inOrder(List.of("A", "C"), List.of("D", "C", "B"))).containsExactly("A", "C");
		assertThat(IssueRules.inOrder(List.of(), List.of("A"))).isEmpty();
	}

}
