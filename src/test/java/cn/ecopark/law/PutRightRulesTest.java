package cn.ecopark.law;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.ecopark.law.PutRightRules.Wisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PutRightRulesTest {

	private static final List<String> THREE = List.of("MEE", "MOFCOM", "MOST");

	private static final Wisher OFFICE = new Wisher("OFFICE", true);

	private static final Wisher MINISTRY = new Wisher("MEE", false);

	@Test
	void theOfficeProposesForWhatSeveralHaveIssued() {
		assertThat(PutRightRules.mayPropose(OFFICE, THREE)).isTrue();
		assertThat(PutRightRules.mayPropose(MINISTRY, THREE)).isFalse();
		assertThatCode(() -> PutRightRules.requireMayPropose(OFFICE, THREE, "三部")).doesNotThrowAnyException();
		assertThatThrownBy(() -> PutRightRules.requireMayPropose(MINISTRY, THREE, "三部"))
			.isInstanceOf(LegalRefusal.class)
			.extracting(refusal -> ((LegalRefusal) refusal).rule())
			.isEqualTo("put-right-by-the-office");
	}

	@Test
	void aBodyPutsRightWhatItHasIssuedAlone() {
		assertThat(PutRightRules.mayPropose(MINISTRY, List.of("MEE"))).isTrue();
		assertThat(PutRightRules.mayPropose(OFFICE, List.of("OFFICE"))).isTrue();
		assertThat(PutRightRules.mayPropose(OFFICE, List.of("MEE"))).isFalse();
		assertThatThrownBy(() -> PutRightRules.requireMayPropose(OFFICE, List.of("MEE"), "生态环境部"))
			.extracting(refusal -> ((LegalRefusal) refusal).rule())
			.isEqualTo("put-right-by-its-issuer");
	}

	@Test
	void theOfficePutsRightWhatNobodyHasIssued() {
		assertThat(PutRightRules.mayPropose(OFFICE, List.of())).isTrue();
		assertThat(PutRightRules.mayPropose(MINISTRY, List.of())).isFalse();
		assertThat(PutRightRules.isAgreed(List.of(), List.of())).isTrue();
	}

	@Test
	void isAgreedWhenEveryBodyHasAgreed() {
		assertThat(PutRightRules.isAgreed(THREE, List.of("MOST", "MEE", "MOFCOM"))).isTrue();
		assertThat(PutRightRules.isAgreed(THREE, List.of("MEE", "MOFCOM"))).isFalse();
		assertThat(PutRightRules.isAgreed(THREE, List.of("MEE", "MOFCOM", "OFFICE"))).isFalse();
	}

	@Test
	void onlyABodyThatIssuedItIsAsked() {
		assertThatCode(() -> PutRightRules.requireIssuer("MOST", THREE, "三部")).doesNotThrowAnyException();
		assertThatThrownBy(() -> PutRightRules.requireIssuer("OFFICE", THREE, "三部")).isInstanceOf(LegalRefusal.class);
	}

	@Test
	void isDatedFromTheDecisionToToday() {
		LocalDate decided = LocalDate.of(2019, 7, 5);
		LocalDate today = LocalDate.of(2019, 7, 8);

		assertThatCode(() -> PutRightRules.dateOfDocument(decided, decided, today)).doesNotThrowAnyException();
		assertThatCode(() -> PutRightRules.dateOfDocument(today, decided, today)).doesNotThrowAnyException();
		assertThat(atDate(() -> PutRightRules.dateOfDocument(decided.minusDays(1), decided, today)))
			.isEqualTo("issued-before-decided");
		assertThat(atDate(() -> PutRightRules.dateOfDocument(today.plusDays(1), decided, today)))
			.isEqualTo("issued-in-future");
	}

	private static String atDate(Runnable rule) {
		LegalRefusal refusal = LegalRefusal.of(rule).orElseThrow();
		assertThat(refusal.field()).isEqualTo("f.issuedOn");
		return refusal.rule();
	}

}
