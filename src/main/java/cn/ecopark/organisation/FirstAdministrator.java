package cn.ecopark.organisation;

import java.util.EnumSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * While there is nobody, whoever reads the console may become the administrator, once.
 */
@Component
public class FirstAdministrator {

	private static final Logger LOGGER = LoggerFactory.getLogger(FirstAdministrator.class);

	private final PeopleRegister register;

	private final Passwords passwords;

	private final OneTimeCodes codes;

	private final SignInThrottle throttle;

	FirstAdministrator(PeopleRegister register, Passwords passwords, OneTimeCodes codes, SignInThrottle throttle) {
		this.register = register;
		this.passwords = passwords;
		this.codes = codes;
		this.throttle = throttle;
	}

	/** True as long as there is nobody in the system. */
	public boolean isWanted() {
		return this.register.isEmpty();
	}

	/**
	 * Enters the first person, a security administrator, who then enters the others: a
	 * second security administrator, a system administrator, an auditor. 三员分立: nobody is
	 * two of them.
	 * @param address where the attempt comes from
	 * @throws CodeInvalid if the code is not valid or somebody is there already
	 * @throws WeakPassword if the password does not satisfy the rules
	 * @throws SignInRefused if the code is not valid and the network has to wait: a valid
	 * one is taken whatever others have tried
	 */
	public void become(String code, String signInName, String displayName, String password, String address) {
		if (!this.codes.isValid(OneTimeCodes.Purpose.FIRST_ADMINISTRATOR, null, code)) {
			this.throttle.count(SignInThrottle.Attempt.ofCode(address));
			throw new CodeInvalid();
		}
		NewPerson person = new NewPerson(signInName, displayName, Units.ADMINISTRATION,
				EnumSet.of(MemberRole.SECURITY_ADMIN));
		this.passwords.mustBeStrong(password, person.signInName());
		this.register.addFirst(person, this.passwords.hash(password), code);
	}

	@EventListener(ApplicationReadyEvent.class)
	void announce() {
		if (isWanted()) {
			String code = this.codes.issue(OneTimeCodes.Purpose.FIRST_ADMINISTRATOR, null);
			LOGGER.warn("系统中尚无用户。请在 24 小时内打开 /first-administrator，用一次性代码 {} 设立第一位安全管理员；代码过期后重新启动即可取得新代码。", code);
		}
	}

}
