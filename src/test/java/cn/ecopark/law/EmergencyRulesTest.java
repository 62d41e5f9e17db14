package cn.ecopark.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmergencyRulesTest {

	private static final Instant NOW = Instant.parse("2019-12-01T02:00:00Z");

	@Test
	void theParkAndItsAreaReport() {
		assertThatCode(() -> EmergencyRules.onlyThoseConcernedReport(true, false)).doesNotThrowAnyException();
		assertThatCode(() -> EmergencyRules.onlyThoseConcernedReport(false, true)).doesNotThrowAnyException();
		assertThatThrownBy(() -> EmergencyRules.onlyThoseConcernedReport(false, false))
			.isInstanceOfSatisfying(LegalRefusal.class, is("emergency-not-yours"));
	}

	@Test
	void theOfficeNotes() {
		assertThatCode(() -> EmergencyRules.onlyTheOfficeNotes(true)).doesNotThrowAnyException();
		assertThatThrownBy(() -> EmergencyRules.onlyTheOfficeNotes(false)).isInstanceOfSatisfying(LegalRefusal.class,
				is("emergency-note-not-yours"));
	}

	@Test
	void whatIsReportedHasHappened() {
		assertThatCode(() -> EmergencyRules.hasHappened(NOW, NOW)).doesNotThrowAnyException();
		assertThatThrownBy(() -> EmergencyRules.hasHappened(NOW.plusSeconds(1), NOW))
			.isInstanceOfSatisfying(LegalRefusal.class, is("emergency-to-come"));
	}

	@Test
	void whatIsReportedIsNotFromBeforeSuchReports() {
		LocalDate first = LocalDate.parse("2011-05-01");
		assertThatCode(() -> EmergencyRules.isNotFromBeforeSuchReports(first, first)).doesNotThrowAnyException();
		assertThatThrownBy(() -> EmergencyRules.isNotFromBeforeSuchReports(first.minusDays(1), first))
			.isInstanceOfSatisfying(LegalRefusal.class, is("emergency-too-early"));
	}

	private static Consumer<LegalRefusal> is(String rule) {
		return (refusal) -> assertThat(refusal.rule()).isEqualTo(rule);
	}

}
