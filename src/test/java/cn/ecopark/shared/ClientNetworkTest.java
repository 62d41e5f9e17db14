package cn.ecopark.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever changes his own half of an address is still the same subscriber. */
class ClientNetworkTest {

	@ParameterizedTest
	@CsvSource({ "2001:db8:0:1::1, 2001:db8:0:1::2", "2001:db8::1, 2001:db8::ffff:1", "2001:DB8::1, 2001:db8:0:0:9::",
			"2001:db8::1, 2001:db8::1%eth0", "2001:db8::1, 2001:db8::192.0.2.1" })
	void isTheSameWithinSixtyFourBits(String one, String other) {
		assertThat(ClientNetwork.of(one)).isEqualTo(ClientNetwork.of(other));
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:0:1::1, 2001:db8:0:2::1", "192.0.2.1, 192.0.2.2", "::1, 1::1",
			"2001:db8::1, 2001:db8:1::1" })
	void isAnotherOutsideOfThem(String one, String other) {
		assertThat(ClientNetwork.of(one)).isNotEqualTo(ClientNetwork.of(other));
	}

	@Test
	void anAddressOfTheOldKindWrittenAsANewOneIsTheOldOne() {
		assertThat(ClientNetwork.of("::ffff:192.0.2.1")).isEqualTo(ClientNetwork.of("192.0.2.1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "proxy.example", "1:2", "::ffff:999.1.1.1", "a:b:c", ":::" })
	void takesWhatIsNoAddressAsItIs(String text) {
		assertThat(ClientNetwork.of(text)).isEqualTo(text);
	}

}
