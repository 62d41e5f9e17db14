package cn.ecopark.organisation;

import java.util.Locale;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.ModuleTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ModuleTest
@TestPropertySource(properties = "test.database=nobody there")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAdministratorTest {

	private static final String ELSEWHERE = "198.51.100.77";

	private static final String ADDRESS = "10.1.1.1";

	private static final String PASSWORD = "Fir-Tree-2026";

	@Autowired
	FirstAdministrator firstAdministrator;

	@Autowired
	OneTimeCodes codes;

	@Autowired
	People people;

	@Autowired
	SignIn signIn;

	@Test
	@Order(1)
	void refusesAWrongCode() {
		assertThat(this.firstAdministrator.isWanted()).isTrue();

		assertThatThrownBy(() -> become("AAAAA-AAAAA-AAAAA-AAAAA", "admin")).isInstanceOf(CodeInvalid.class);

		assertThat(this.firstAdministrator.isWanted()).isTrue();
	}

	@Test
	@Order(2)
	void keepsTheCodeValidWhenThePasswordIsTooWeak() {
		String code = this.codes.issue(OneTimeCodes.Purpose.FIRST_ADMINISTRATOR, null);

		assertThatThrownBy(() -> this.firstAdministrator.become(code, "admin", "管理员", "short", ADDRESS))
			.isInstanceOf(WeakPassword.class);
		assertThatThrownBy(() -> this.firstAdministrator.become(code, "admin", "管理员", "My-Admin-2026", ADDRESS))
			.isInstanceOf(WeakPassword.class);

		assertThat(this.firstAdministrator.isWanted()).isTrue();
	}

	@Test
	@Order(3)
	void makesTheHolderOfTheCodeAdministratorOnce() {
		String code = this.codes.issue(OneTimeCodes.Purpose.FIRST_ADMINISTRATOR, null);
		String other = this.codes.issue(OneTimeCodes.Purpose.FIRST_ADMINISTRATOR, null);

		for (int guess = 0; guess < 50; guess++) {
			assertThatThrownBy(() -> become("AAAAA-AAAAA-AAAAA-AAAAA", "admin")).isInstanceOfAny(CodeInvalid.class,
					SignInRefused.class);
		}
		assertThatThrownBy(() -> become("AAAAA-AAAAA-AAAAA-AAAAA", "admin")).as("from there, in vain")
			.isInstanceOf(SignInRefused.class);

		become(code.toLowerCase(Locale.ROOT).replace("-", " "), "admin");

		Actor actor = this.signIn.byPassword("Admin", PASSWORD, ADDRESS, "");
		assertThat(actor.unitKind()).isEqualTo(ShippedKinds.ADMINISTRATION);
		assertThat(actor.roles()).containsExactly(MemberRole.SECURITY_ADMIN);
		assertThat(this.people.bySignInName("admin").orElseThrow().invented()).isFalse();
		assertThat(this.firstAdministrator.isWanted()).isFalse();
		assertThatThrownBy(() -> become(code, "second", ELSEWHERE)).isInstanceOf(CodeInvalid.class);
		assertThatThrownBy(() -> become(other, "third", ELSEWHERE)).isInstanceOf(CodeInvalid.class);
	}

	private void become(String code, String name) {
		become(code, name, ADDRESS);
	}

	private void become(String code, String name, String address) {
		this.firstAdministrator.become(code, name, "管理员", PASSWORD, address);
	}

}
