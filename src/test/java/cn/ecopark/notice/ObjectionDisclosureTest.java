package cn.ecopark.notice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import cn.ecopark.notice.Objection.State;
import cn.ecopark.organisation.UnitLevel;

import static org.assertj.core.api.Assertions.assertThat;

/** How much of an objection each reader sees, before and after it is decided. */
class ObjectionDisclosureTest {

	@ParameterizedTest
	@CsvSource({ "OFFICE, WHOLE, WHOLE, WHOLE", "MINISTRY, STATE, RESULT, STATE", "PROVINCE, STATE, RESULT, STATE",
			"CITY, STATE, RESULT, STATE", "PARK, NOTHING, RESULT, NOTHING", "TECHNICAL_UNIT, NOTHING, NOTHING, NOTHING",
			"EXPERT_POOL, NOTHING, NOTHING, NOTHING" })
	void showsTheResultOnceItIsDecided(UnitLevel reader, ObjectionDisclosure open, ObjectionDisclosure decided,
			ObjectionDisclosure notAdmitted) {
		assertThat(ObjectionDisclosure.to(reader, false, State.OPEN)).isEqualTo(open);
		assertThat(ObjectionDisclosure.to(reader, false, State.UPHELD)).isEqualTo(decided);
		assertThat(ObjectionDisclosure.to(reader, false, State.DISMISSED)).isEqualTo(decided);
		assertThat(ObjectionDisclosure.to(reader, false, State.NOT_ADMITTED)).isEqualTo(notAdmitted);
	}

	@ParameterizedTest
	@EnumSource(value = UnitLevel.class, names = { "PROVINCE", "CITY", "TECHNICAL_UNIT" })
	void showsAllToWhoeverLooksIntoIt(UnitLevel reader) {
		assertThat(ObjectionDisclosure.to(reader, true, State.OPEN)).isEqualTo(ObjectionDisclosure.WHOLE);
	}

	@Test
	void neverShowsAParkTheWordsOfAnObjector() {
		for (State state : State.values()) {
			assertThat(ObjectionDisclosure.to(UnitLevel.PARK, true, state)).isNotEqualTo(ObjectionDisclosure.WHOLE);
		}
	}

}
