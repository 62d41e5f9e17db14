package cn.ecopark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import cn.ecopark.law.JointDecisionRules.Body;
import cn.ecopark.law.JointDecisionRules.Policy;
import cn.ecopark.law.JointDecisionRules.Vote;

/** 部门之间未协商一致的，不得行文. */
class JointDecisionRulesTest {

	private static final List<Body> BODIES = List.of(new Body("MEE", "生态环境部"), new Body("MOFCOM", "商务部"),
			new Body("MOST", "科学技术部"));

	private final JointDecisionRules unanimous = new JointDecisionRules(Policy.UNANIMOUS, BODIES, "text");

	private final JointDecisionRules majority = new JointDecisionRules(Policy.MAJORITY, BODIES, "text");

	@Test
	void isAgreedWhenEveryBodyAgrees() {
		List<Vote> votes = List.of(yes("MEE"), yes("MOFCOM"), yes("MOST"));

		assertThat(this.unanimous.isAgreed(votes)).isTrue();
		assertThatCode(() -> this.unanimous.requireAgreement("园区", votes)).doesNotThrowAnyException();
	}

	@Test
	void isNotAgreedWhileOneBodyIsSilent() {
		List<Vote> votes = List.of(yes("MEE"), yes("MOFCOM"));

		assertThat(this.unanimous.isAgreed(votes)).isFalse();
		refuses("ballots-missing", "科学技术部", () -> this.unanimous.requireAgreement("园区", votes));
	}

	@Test
	void isNotAgreedWhenOneBodyDoesNotAgree() {
		List<Vote> votes = List.of(yes("MEE"), yes("MOFCOM"), new Vote("MOST", false, "text"));

		assertThat(this.unanimous.isAgreed(votes)).isFalse();
		refuses("not-agreed", "科学技术部", () -> this.unanimous.requireAgreement("园区", votes));
	}

	@Test
	void countsNoVoteOnAnotherText() {
		List<Vote> votes = List.of(yes("MEE"), yes("MOFCOM"), new Vote("MOST", true, "old"));

		assertThat(this.unanimous.isAgreed(votes)).isFalse();
		refuses("ballots-on-another-text", "科学技术部", () -> this.unanimous.requireAgreement("园区", votes));
	}

	/** Votes of before texts were recorded. */
	@Test
	void countsAVoteWhoseTextWasNotRecorded() {
		List<Vote> votes = List.of(yes("MEE"), yes("MOFCOM"), new Vote("MOST", true, ""));

		assertThat(this.unanimous.isAgreed(votes)).isTrue();
	}

	@Test
	void countsNoVoteOfSomebodyElse() {
		List<Vote> votes = List.of(yes("MEE"), yes("MOFCOM"), yes("OFFICE"));

		assertThat(this.unanimous.isAgreed(votes)).isFalse();
	}

	@Test
	void isNoDecisionWithoutABodyOrAText() {
		JointDecisionRules nobody = new JointDecisionRules(Policy.UNANIMOUS, List.of(), "text");
		JointDecisionRules nothing = new JointDecisionRules(Policy.UNANIMOUS, BODIES, "");
		List<Vote> votes = List.of(new Vote("MEE", true, ""), new Vote("MOFCOM", true, ""), new Vote("MOST", true, ""));

		assertThat(nobody.isAgreed(List.of())).isFalse();
		assertThat(nothing.isAgreed(votes)).isFalse();
		refuses("no-body-decides", "园区", () -> nobody.requireAgreement("园区", List.of()));
		refuses("text-missing", "园区", () -> nothing.requireAgreement("园区", votes));
	}

	@Test
	void isAgreedByMoreThanHalfWhereThePackSaysSo() {
		assertThat(this.majority.isAgreed(List.of(yes("MEE"), yes("MOST")))).isTrue();
		assertThat(this.majority.isAgreed(List.of(yes("MEE")))).isFalse();
		JointDecisionRules four = new JointDecisionRules(Policy.MAJORITY,
				List.of(new Body("A", "甲"), new Body("B", "乙"), new Body("C", "丙"), new Body("D", "丁")), "text");
		assertThat(four.isAgreed(List.of(yes("A"), yes("B")))).isFalse();
		assertThat(four.isAgreed(List.of(yes("A"), yes("B"), yes("C")))).isTrue();
	}

	@Test
	void letsPartiesVoteFreelyOnly() {
		List<String> choices = List.of("AGREE", "DISAGREE");

		assertThatCode(() -> this.unanimous.requireMayVote("MOST", choices, "AGREE")).doesNotThrowAnyException();
		refuses("voter-not-party", "生态环境部、商务部、科学技术部", () -> this.unanimous.requireMayVote("MIIT", choices, "AGREE"));
		assertThatThrownBy(() -> this.unanimous.requireMayVote("MOST", List.of("AGREE"), "AGREE"))
			.hasMessage("law.vote-not-free");
		assertThatThrownBy(() -> this.unanimous.requireMayVote("MOST", List.of("DISAGREE", "ABSTAIN"), "AGREE"))
			.hasMessage("law.vote-not-free");
	}

	private static Vote yes(String body) {
		return new Vote(body, true, "text");
	}

	private static void refuses(String rule, String named, ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
			assertThat(refusal.rule()).isEqualTo(rule);
			assertThat(refusal.arguments()).contains(named);
			assertThat(refusal.field()).isNull();
		});
	}

}
