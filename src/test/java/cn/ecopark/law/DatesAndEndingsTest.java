package cn.ecopark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Both sides of each rule on issuing, publishing and ending. */
class DatesAndEndingsTest {

	private static final LocalDate TODAY = LocalDate.of(2019, 7, 5);

	private static final LocalDate LAST_VOTE = LocalDate.of(2019, 7, 3);

	@Test
	void issuesFromTheLastVoteUntilToday() {
		allows(() -> IssueRules.dateOfIssue(LAST_VOTE, LAST_VOTE, TODAY));
		allows(() -> IssueRules.dateOfIssue(TODAY, LAST_VOTE, TODAY));
		allows(() -> IssueRules.dateOfIssue(TODAY, null, TODAY));
		refuses("issued-before-last-vote", "f.issuedOn",
				() -> IssueRules.dateOfIssue(LAST_VOTE.minusDays(1), LAST_VOTE, TODAY));
		refuses("issued-in-future", "f.issuedOn", () -> IssueRules.dateOfIssue(TODAY.plusDays(1), LAST_VOTE, TODAY));
	}

	@Test
	void numbersWithinTheYear() {
		allows(() -> IssueRules.yearOfNumber(2019, TODAY));
		refuses("number-of-another-year", "f.documentNumber", () -> IssueRules.yearOfNumber(1999, TODAY));
		refuses("number-of-another-year", "f.documentNumber", () -> IssueRules.yearOfNumber(2020, TODAY));
	}

	@Test
	void statesADecisionInItsOwnDocument() {
		allows(() -> IssueRules.documentOfTheDecision("命名通知", Set.of("naming"), "naming"));
		refuses("paper-of-another-decision", null,
				() -> IssueRules.documentOfTheDecision("批准建设联合通知", Set.of("construction-approval"), "naming"));
		refuses("paper-of-another-decision", null, () -> IssueRules.documentOfTheDecision("审批单", Set.of(), "naming"));
		allows(() -> IssueRules.documentOfTheDecision("审批单", Set.of(), null));
		refuses("paper-of-another-decision", null,
				() -> IssueRules.documentOfTheDecision("命名通知", Set.of("naming"), null));
	}

	@Test
	void changesTheRegisterByAnIssuedDocumentOnly() {
		allows(() -> assertThat(IssueRules.effectNeedsItsDocument("徐圩新区", Optional.of("一号"))).isEqualTo("一号"));
		refuses("effect-without-paper", null, () -> IssueRules.effectNeedsItsDocument("徐圩新区", Optional.empty()));
	}

	@Test
	void judgesAParkByAStandardOfItsType() {
		allows(() -> IssueRules.standardOfItsType("徐圩新区", "SECTOR", "HJ/T 273-2006", "f.s", Set.of("SECTOR")));
		refuses("standard-of-another-type", "f.s",
				() -> IssueRules.standardOfItsType("徐圩新区", "SECTOR", "HJ 274-2009", "f.s", Set.of("COMPREHENSIVE")));
		refuses("standard-missing", "f.s",
				() -> IssueRules.standardOfItsType("徐圩新区", "SECTOR", " ", "f.s", Set.of("SECTOR")));
		refuses("standard-missing", "f.s",
				() -> IssueRules.standardOfItsType("徐圩新区", "SECTOR", null, "f.s", Set.of("SECTOR")));
	}

	@Test
	void endsACaseUntilItIsDecided() {
		allows(() -> EndingRules.onlyUntilTheDecision(null));
		refuses("decided-already", null, () -> EndingRules.onlyUntilTheDecision("环科财〔2019〕1号"));
	}

	@Test
	void publishesFromTodayUntilTheLatestDay() {
		LocalDate latest = TODAY.plusDays(42);

		allows(() -> NoticeRules.publicationInTime(TODAY, TODAY, latest));
		allows(() -> NoticeRules.publicationInTime(latest, TODAY, latest));
		refuses("publication-in-past", "f.publicationDay",
				() -> NoticeRules.publicationInTime(TODAY.minusDays(1), TODAY, latest));
		refuses("publication-too-late", "f.publicationDay",
				() -> NoticeRules.publicationInTime(latest.plusDays(1), TODAY, latest));
	}

	@Test
	void endsANoticeAfterItsLastDay() {
		LocalDate lastDay = LocalDate.of(2019, 6, 18);

		allows(() -> NoticeRules.endsAfterItsPeriod(lastDay, lastDay.plusDays(1)));
		refuses("notice-not-over", null, () -> NoticeRules.endsAfterItsPeriod(lastDay, lastDay));
		refuses("notice-not-over", null, () -> NoticeRules.endsAfterItsPeriod(lastDay, LocalDate.of(2018, 1, 2)));
	}

	private static void allows(ThrowingCallable command) {
		assertThatCode(command).doesNotThrowAnyException();
	}

	private static void refuses(String rule, String field, ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
			assertThat(refusal.rule()).isEqualTo(rule);
			assertThat(refusal.field()).isEqualTo(field);
		});
	}

}
