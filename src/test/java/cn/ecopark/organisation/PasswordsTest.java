package cn.ecopark.organisation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordsTest {

	private final Passwords passwords = new Passwords();

	@ParameterizedTest
	@ValueSource(strings = { "Sunshine2024!", "sunsh1ne-2024", "$unsh1ne!2024", "1qaz!@2wsx", "Zaq12wsx!!",
			"Woaini1314!", "Password12", "Aa123456789", "Huawei@2026", "2026Football!" })
	void refusesWhatIsTriedFirst(String common) {
		assertThatThrownBy(() -> this.passwords.mustBeStrong(common, "li")).isInstanceOfSatisfying(WeakPassword.class,
				refusal -> assertThat(refusal.problem()).isEqualTo("organisation.password-guessed"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Fir-Tree-2026", "Green-Park-88", "Long-Pass-2026", "Qv7#mz0Lr2", "sunshine on 3 Parks" })
	void takesWhatIsNot(String other) {
		assertThatCode(() -> this.passwords.mustBeStrong(other, "li")).doesNotThrowAnyException();
	}

}
