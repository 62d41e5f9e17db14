package cn.ecopark.law;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.law.RecordRules.Word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordRulesTest {

	private static final LocalDate TODAY = LocalDate.of(2019, 7, 1);

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			// nothing, another body, another word
			"-                                | false", "OFFICE FORWARD                   | false",
			"PROVINCE SEND_BACK               | false", "PROVINCE REFUSE                  | false",
			// said, said after a return, others speak after it
			"PROVINCE FORWARD                 | true", "PROVINCE SEND_BACK,PROVINCE FORWARD | true",
			"PROVINCE FORWARD,OFFICE REFUSE   | true", "PROVINCE FORWARD,PROVINCE SEND_BACK | true",
			// taken back, and said again
			"PROVINCE FORWARD,PROVINCE REFUSE | false", "PROVINCE FORWARD,PROVINCE REFUSE,PROVINCE SEND_BACK | false",
			"PROVINCE REFUSE,PROVINCE FORWARD | true",
			// silence alone is no word, and takes none back
			"PROVINCE SILENCE                 | false", "PROVINCE FORWARD,PROVINCE SILENCE | true" })
	void asksForAWordThatWasNotTakenBack(@Nullable String said, boolean onRecord) {
		check(onRecord, () -> RecordRules.wordIsOnRecord("某园区", "转报意见", words(said), "PROVINCE", Set.of("FORWARD"),
				false, Set.of("REFUSE")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "- | false", "OFFICE SILENCE | false", "PROVINCE SILENCE | true", "PROVINCE FORWARD | true",
					"PROVINCE SILENCE,PROVINCE REFUSE | false", "PROVINCE REFUSE,PROVINCE SILENCE | true" })
	void letsSilenceSufficeWhereThePackSaysSo(@Nullable String said, boolean onRecord) {
		check(onRecord, () -> RecordRules.wordIsOnRecord("某园区", "转报意见", words(said), "PROVINCE", Set.of("FORWARD"),
				true, Set.of("REFUSE")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "- | false", "FAIL | false", "PASS | true" })
	void asksForAnOpinionOfThePanelThatPasses(@Nullable String concluded, boolean passed) {
		check(passed, () -> RecordRules.panelHasPassedIt("某园区", "转报意见", concluded, Set.of("PASS")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "- | false", "2019-07-02 | false", "2019-07-01 | false", "2019-06-30 | true" })
	void asksForANoticeWhoseLastDayIsOver(@Nullable LocalDate lastDay, boolean shown) {
		check(shown, () -> RecordRules.wasBeforeThePublic("某园区", "转报意见", lastDay, TODAY));
	}

	@ParameterizedTest
	@CsvSource({ "true, true, false", "true, false, true", "false, true, false", "false, false, false" })
	void letsNobodyDecideOnHisOwnCase(boolean own, boolean ofTheApplicant, boolean refused) {
		Optional<LegalRefusal> refusal = LegalRefusal
			.of(() -> OwnCaseRules.nobodyDecidesOnHisOwnCase(own, ofTheApplicant, "通过"));

		assertThat(refusal.isPresent()).isEqualTo(refused);
		refusal.ifPresent(found -> {
			assertThat(found.rule()).isEqualTo("own-case");
			assertThat(found.arguments()).containsExactly("通过");
		});
	}

	@Test
	void letsNoCaseEndAsTheRegisterDoesNotBearOut() {
		assertThatCode(() -> EndingRules.registerBearsOutTheResult("某园区", "已命名", true)).doesNotThrowAnyException();
		assertThatThrownBy(() -> EndingRules.registerBearsOutTheResult("某园区", "已命名", false))
			.isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
				assertThat(refusal.rule()).isEqualTo("result-not-in-register");
				assertThat(refusal.arguments()).containsExactly("某园区", "已命名");
			});
	}

	@Test
	void saysAllThatKeepsParksBack() {
		LegalRefusal open = NoticeRules.objectionKeepsBack("甲", true);
		LegalRefusal upheld = NoticeRules.objectionKeepsBack("乙", false);
		assertThat(open.rule()).isEqualTo("objection-open");
		assertThat(upheld.rule()).isEqualTo("objection-upheld");
		assertThat(LegalRefusal.together(List.of(open))).isSameAs(open);

		LegalRefusal both = LegalRefusal.together(List.of(open, upheld));

		assertThat(both.arguments()).containsExactly(open, upheld);
		assertThat(both.field()).isNull();
		assertThat(open.getCodes()).containsExactly("problem.law.objection-open");
		assertThat(open.getArguments()).containsExactly("甲");
	}

	private static List<Word> words(@Nullable String said) {
		return said == null ? List.of()
				: Arrays.stream(said.strip().split(","))
					.map(one -> one.split(" "))
					.map(one -> new Word(one[0], one[1].equals("SILENCE") ? null : one[1]))
					.toList();
	}

	private static void check(boolean kept, Runnable rule) {
		Optional<LegalRefusal> refusal = LegalRefusal.of(rule);
		assertThat(refusal.isEmpty()).isEqualTo(kept);
		refusal.ifPresent(found -> {
			assertThat(found.rule()).isEqualTo("not-on-record");
			assertThat(found.arguments()).containsExactly("某园区", "转报意见");
			assertThat(found.field()).isNull();
		});
	}

}
