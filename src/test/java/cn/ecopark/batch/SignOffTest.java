package cn.ecopark.batch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.ecopark.batch.SignOff.Draft;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;

class SignOffTest {

	private static final String FIRST = "1111111122222222";

	private static final String SECOND = "9999999988888888";

	private static final Opinion DRAFT = opinion(Purpose.DRAFT, 1, "DRAFTED", "", "2018-03-01T02:00:00Z");

	private static final Opinion REDRAFT = opinion(Purpose.DRAFT, 5, "DRAFTED", "", "2018-03-08T02:00:00Z");

	private static final List<Opinion> GIVEN = List.of(REDRAFT,
			opinion(Purpose.BALLOT, 2, "VOTED", "", "2018-03-02T02:00:00Z"), DRAFT);

	@Test
	void isUnderTheDraftThatLayBeforeTheBody() {
		assertThat(signOff(ballot(2, FIRST, "")).draft()).isEqualTo(new Draft(1, parse("2018-03-01")));
		assertThat(signOff(ballot(6, SECOND, "")).draft()).isEqualTo(new Draft(2, parse("2018-03-08")));
	}

	@Test
	void standsOnlyOnTheTextThatLiesBeforeTheBodiesNow() {
		assertThat(signOff(ballot(2, FIRST, "")).stands()).isFalse();
		assertThat(signOff(ballot(6, SECOND, "")).stands()).isTrue();
	}

	@Test
	void namesNoDraftWhereNoTextWasRecorded() {
		SignOff signed = signOff(ballot(2, "", ""));

		assertThat(signed.draft()).isNull();
		assertThat(signed.stands()).isTrue();
		assertThat(signed.checkDigits()).isEmpty();
		assertThat(SignOff.of(batch(FIRST), ballot(2, FIRST, ""), DRAFT, List.of()).draft()).isNull();
	}

	@Test
	void hasCheckDigitsThatCanBeComparedByEye() {
		assertThat(signOff(ballot(2, FIRST, "")).checkDigits()).isEqualTo("11111111");
		assertThat(signOff(ballot(2, "abc", "")).checkDigits()).isEqualTo("abc");
	}

	@Test
	void saysWhatWasWrittenAboutTheParkBeforeWhatWasWrittenAboutAll() {
		Opinion spoken = opinion(Purpose.BALLOT, 6, "VOTED", "总的意见", "2018-03-09T02:00:00Z");

		assertThat(SignOff.of(batch(SECOND), ballot(6, SECOND, "数据存疑"), spoken, GIVEN).words()).isEqualTo("数据存疑");
		assertThat(SignOff.of(batch(SECOND), ballot(6, SECOND, " "), spoken, GIVEN).words()).isEqualTo("总的意见");
	}

	@Test
	void isDatedByTheDayInChina() {
		assertThat(signOff(ballot(2, FIRST, "")).on()).isEqualTo(parse("2018-03-10"));
	}

	@Test
	void isOneForParksOfWhichTheBodySaidTheSame() {
		SignOff park = signOff(ballot(6, SECOND, ""));
		SignOff other = signOff(ballot(6, SECOND, ""));
		SignOff doubted = signOff(ballot(6, SECOND, "数据存疑"));
		SignOff earlier = signOff(ballot(2, FIRST, ""));

		assertThat(SignOffs.alike(List.of(earlier, park, doubted, other))).containsExactly(List.of(earlier),
				List.of(park, other), List.of(doubted));
	}

	private static SignOff signOff(Ballot ballot) {
		return SignOff.of(batch(SECOND), ballot,
				opinion(Purpose.BALLOT, ballot.opinionId(), "VOTED", "", "2018-03-09T02:00:00Z"), GIVEN);
	}

	/** Cast when it is the tenth in China and still the ninth in Greenwich. */
	private static Ballot ballot(long opinion, String text, String reason) {
		return new Ballot("batch", "case", "MEE", 1, "AGREE", reason, false, text, 1, opinion,
				Instant.parse("2018-03-09T17:00:00Z"));
	}

	private static Batch batch(String text) {
		return new Batch("batch", "naming", ShippedPacks.FIRST, "一批", Batch.State.OPEN, null, 1, Instant.EPOCH, null,
				text, null, 0);
	}

	private static Opinion opinion(Purpose purpose, long id, String outcome, String text, String at) {
		return new Opinion(id, "batch", null, id, new Opinion.Step("naming", "Task", "一步", purpose),
				new Opinion.Author("MINISTRY", 1, "甲", "MEE", "环境保护部"), outcome, text, Audience.AUTHORITIES, false,
				Instant.parse(at), null, Map.of(), List.of());
	}

}
