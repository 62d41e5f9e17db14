package cn.ecopark.law;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.law.PanelRules.Conclusion;
import cn.ecopark.law.PanelRules.Policy;
import cn.ecopark.law.PanelRules.Vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * In the tables P is 通过, R 修改后通过, F 不通过 and - silence; capitals are experts, small
 * letters others.
 */
class PanelRulesTest {

	private static final Conclusion PASS = new Conclusion("PASS", "通过", 1);

	private static final Conclusion REVISED = new Conclusion("PASS_AFTER_REVISION", "修改后通过", 2);

	private static final Conclusion FAIL = new Conclusion("FAIL", "不通过", 3);

	private static final List<Conclusion> OFFERED = List.of(FAIL, PASS, REVISED);

	private static final Policy POLICY = new Policy(Share.of("1/2"), Share.of("2/3"), Share.of("2/3"), Share.of("3/4"));

	/** The last three columns tell which rule speaks against 通过, 修改后通过 and 不通过. */
	@ParameterizedTest
	@CsvSource(nullValues = "may", textBlock = """
			PPPPP    , may                          , may                          , may
			PPPPF    , may                          , may                          , may
			PPPFF    , conclusion-better-than-votes , conclusion-better-than-votes , may
			PPFFF    , conclusion-better-than-votes , conclusion-better-than-votes , may
			FFFFF    , conclusion-better-than-votes , conclusion-better-than-votes , may
			RRRRR    , conclusion-better-than-votes , may                          , may
			PPPPR    , may                          , may                          , may
			PPRRF    , conclusion-better-than-votes , may                          , may
			PPPP-    , may                          , may                          , may
			PPRR-    , conclusion-better-than-votes , may                          , may
			PPP--    , panel-without-quorum         , panel-without-quorum         , panel-without-quorum
			FFF--    , panel-without-quorum         , panel-without-quorum         , panel-without-quorum
			FFFF-    , conclusion-better-than-votes , conclusion-better-than-votes , may
			-----    , panel-without-opinions       , panel-without-opinions       , panel-without-opinions
			PPPPPppp , may                          , may                          , may
			PPPPPfff , conclusion-better-than-votes , conclusion-better-than-votes , may
			PPPPPpff , may                          , may                          , may
			PPPPP--- , panel-without-quorum         , panel-without-quorum         , panel-without-quorum
			PPPPPp-- , may                          , may                          , may
			PPPppp   , may                          , may                          , may
			PPPpppp  , panel-experts-too-few        , panel-experts-too-few        , panel-experts-too-few
			ppp      , panel-experts-too-few        , panel-experts-too-few        , panel-experts-too-few
			''       , panel-experts-too-few        , panel-experts-too-few        , panel-experts-too-few
			""")
	void letsAPanelConcludeWhatItsVotesAllow(String votes, @Nullable String pass, @Nullable String revised,
			@Nullable String fail) {
		assertThat(against(PASS, votes)).as("通过").isEqualTo(Optional.ofNullable(pass));
		assertThat(against(REVISED, votes)).as("修改后通过").isEqualTo(Optional.ofNullable(revised));
		assertThat(against(FAIL, votes)).as("不通过").isEqualTo(Optional.ofNullable(fail));
	}

	@Test
	void needsNoSupportForWhatGrantsNothing() {
		assertThatCode(
				() -> PanelRules.conclusionMustNotBeBetterThanItsVotes(FAIL, OFFERED, votes("F----"), POLICY.support()))
			.doesNotThrowAnyException();
		assertThatThrownBy(() -> PanelRules.conclusionMustNotBeBetterThanItsVotes(REVISED, OFFERED, votes("R----"),
				POLICY.support()))
			.isInstanceOf(LegalRefusal.class);
	}

	@Test
	void namesTheCountOfThoseAgainst() {
		assertThatThrownBy(
				() -> PanelRules.conclusionMustNotBeBetterThanItsVotes(PASS, OFFERED, votes("FPFPF"), POLICY.support()))
			.isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
				assertThat(refusal.field()).isEqualTo("outcome");
				assertThat(refusal.arguments()).containsExactly(5, 0, 3, "不通过", "通过", 4);
			});
		assertThatThrownBy(() -> PanelRules.conclusionMustNotBeBetterThanItsVotes(PASS, OFFERED, votes("FPRPPprf"),
				POLICY.support()))
			.isInstanceOfSatisfying(LegalRefusal.class,
					refusal -> assertThat(refusal.arguments()).containsExactly(8, 1, 4, "修改后通过、不通过", "通过", 6));
	}

	@Test
	void namesTheCountOfOpinionsWhereOnlySilenceIsAgainst() {
		Share low = Share.of("1/2");

		assertThat(PanelRules.against(PASS, OFFERED, votes("PPP--"), new Policy(low, low, Share.of("3/4"), low)))
			.hasValueSatisfying(refusal -> {
				assertThat(refusal.rule()).isEqualTo("conclusion-short-of-support");
				assertThat(refusal.field()).isEqualTo("outcome");
				assertThat(refusal.arguments()).containsExactly(5, 0, 3, "通过", 4);
			});
	}

	@Test
	void tellsOfTheProcedureWhereNoOutcomeWouldDo() {
		assertThat(PanelRules.against(FAIL, OFFERED, votes("---"), POLICY))
			.hasValueSatisfying(refusal -> assertThat(refusal.field()).isNull());
		assertThat(PanelRules.against(FAIL, OFFERED, votes("F----"), POLICY))
			.hasValueSatisfying(refusal -> assertThat(refusal.arguments()).containsExactly(5, 1, 4));
		assertThat(PanelRules.against(FAIL, OFFERED, votes("Ffff"), POLICY))
			.hasValueSatisfying(refusal -> assertThat(refusal.arguments()).containsExactly(4, 1, 2));
	}

	@ParameterizedTest
	@CsvSource({ "4, 5, true", "3, 5, false", "6, 8, true", "5, 8, false", "3, 4, true", "0, 5, false", "0, 0, false" })
	void holdsBySignaturesOfThreeQuarters(int signed, int members, boolean holds) {
		assertThat(PanelRules.opinionHolds(signed, members, POLICY.signatures())).isEqualTo(holds);
	}

	@Test
	void recordsNoDissentWithoutWords() {
		refuses("dissent-without-words", "opinion", () -> PanelRules.dissentMustBeSaid(true, " \n"));
		assertThatCode(() -> PanelRules.dissentMustBeSaid(true, "数据不实")).doesNotThrowAnyException();
		assertThatCode(() -> PanelRules.dissentMustBeSaid(false, "")).doesNotThrowAnyException();
	}

	@Test
	void asksWhyNothingIsConcluded() {
		refuses("no-conclusion-without-reason", "opinion", () -> PanelRules.lackOfConclusionMustBeReasoned(" "));
		assertThatCode(() -> PanelRules.lackOfConclusionMustBeReasoned("分歧较大")).doesNotThrowAnyException();
	}

	@Test
	void findsThePointsThatAnOpinionLeavesOut() {
		List<String> points = List.of("dataTrue", "methodFit", "conclusionSound");

		assertThat(PanelRules.pointsNotCovered(points, Map.of("dataTrue", "真实", "methodFit", " ")))
			.containsExactly("methodFit", "conclusionSound");
		assertThat(PanelRules.pointsNotCovered(points,
				Map.of("dataTrue", "真实", "methodFit", "适当", "conclusionSound", "科学")))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "may", textBlock = """
			true  , true  , false , may
			true  , true  , true  , panel-opinion-against
			true  , false , false , panel-opinion-missing
			false , true  , true  , may
			false , true  , false , may
			false , false , false , panel-opinion-missing
			""")
	void endsAStageOnlyByAnOpinionThatHolds(boolean endsWell, boolean held, boolean against, @Nullable String rule) {
		check(rule, null, () -> PanelRules.stageEndsByAnOpinionThatHolds(endsWell, held, against));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "may", textBlock = """
			false , true  , leader-neither-late-nor-gone
			true  , true  , may
			false , false , may
			true  , false , may
			""")
	void replacesALeaderOnlyWhenLateOrGone(boolean late, boolean accountOpen, @Nullable String rule) {
		check(rule, null, () -> PanelRules.leaderIsReplacedOnlyWhenLateOrGone("林知远", late, accountOpen));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "may", value = { "true, may", "false, conclusion-not-by-leader" })
	void letsNobodyElseConclude(boolean leader, @Nullable String rule) {
		check(rule, null, () -> PanelRules.onlyTheLeaderConcludes(leader));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "may", value = { "true, may", "false, not-of-the-panel" })
	void letsOnlyMembersTakePart(boolean member, @Nullable String rule) {
		check(rule, null, () -> PanelRules.onlyMembersTakePart(member));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "may", value = { "false, may", "true, expert-has-declined" })
	void asksNobodyTwiceWhoDeclined(boolean declined, @Nullable String rule) {
		check(rule, "expert", () -> PanelRules.whoDeclinedIsNotAskedAgain("林知远", declined));
	}

	private static Optional<String> against(Conclusion conclusion, String votes) {
		return PanelRules.against(conclusion, OFFERED, votes(votes), POLICY).map(LegalRefusal::rule);
	}

	private static void check(@Nullable String rule, @Nullable String field, Runnable command) {
		if (rule == null) {
			assertThatCode(command::run).doesNotThrowAnyException();
		}
		else {
			refuses(rule, field, command);
		}
	}

	private static void refuses(String rule, @Nullable String field, Runnable command) {
		assertThatThrownBy(command::run).isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
			assertThat(refusal.rule()).isEqualTo(rule);
			assertThat(refusal.field()).isEqualTo(field);
		});
	}

	private static List<Vote> votes(String letters) {
		return Arrays.stream(letters.split(""))
			.filter(letter -> !letter.isEmpty())
			.map(letter -> new Vote(letter.equals(letter.toUpperCase()), switch (letter.toUpperCase()) {
				case "P" -> PASS;
				case "R" -> REVISED;
				case "F" -> FAIL;
				default -> null;
			}))
			.toList();
	}

}
