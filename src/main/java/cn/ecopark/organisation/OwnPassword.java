package cn.ecopark.organisation;

import org.springframework.stereotype.Component;

/** Setting one's password with a one-time code. */
@Component
public class OwnPassword {

	/** How many characters a password has at least. */
	public static final int SHORTEST = Passwords.SHORTEST;

	private final People people;

	private final PeopleRegister register;

	private final Passwords passwords;

	private final SignInThrottle throttle;

	OwnPassword(People people, PeopleRegister register, Passwords passwords, SignInThrottle throttle) {
		this.people = people;
		this.register = register;
		this.passwords = passwords;
		this.throttle = throttle;
	}

	/**
	 * Sets the password and uses the code up. A password that is too weak leaves the code
	 * valid.
	 * @param address where the attempt comes from
	 * @throws CodeInvalid if the code is not valid for that name; the same where there is
	 * no such name
	 * @throws WeakPassword if the password does not satisfy the rules
	 * @throws SignInRefused if name or address have to wait
	 */
	public void set(String signInName, String code, String password, String address) {
		this.throttle.attempt(signInName, address);
		this.passwords.mustBeStrong(password, signInName);
		Person person = this.people.bySignInName(signInName).filter(Person::active).orElseThrow(CodeInvalid::new);
		this.register.setPassword(person.id(), this.passwords.hash(password), code);
		this.throttle.succeeded(signInName, address);
	}

}
