package cn.ecopark.casefile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.organisation.Audience;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told of who reads an opinion is true of objections and joint decisions, too.
 */
class OpinionReadersTest {

	@ParameterizedTest
	@CsvSource({ "case-1, case-1, AUTHORITIES, AUTHORITIES", "case-1, case-1, PARK, PARK",
			"objection-1, case-1, AUTHORITIES, HANDLERS", "objection-1, case-1, PARK, HANDLERS",
			"batch-1, , AUTHORITIES, HANDLERS", "batch-1, , OWN_UNIT, OWN_UNIT", "case-1, case-1, OWN_UNIT, OWN_UNIT" })
	void namesWhoReadsIt(String dossier, String ofCase, Audience audience, String readers) {
		assertThat(Opinion.readers(dossier, ofCase, audience)).isEqualTo(readers);
	}

}
