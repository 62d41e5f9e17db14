package cn.ecopark.organisation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.shared.Refusal;

/** Setting one's password with a one-time code, or knowing the old one. */
@Component
public class OwnPassword {

	/** How many characters a password has at least. */
	public static final int SHORTEST = Passwords.SHORTEST;

	private final People people;

	private final PeopleRegister register;

	private final Passwords passwords;

	private final SignInThrottle throttle;

	private final SignIn signIn;

	private final PersonHistory history;

	OwnPassword(People people, PeopleRegister register, Passwords passwords, SignInThrottle throttle, SignIn signIn,
			PersonHistory history) {
		this.people = people;
		this.register = register;
		this.passwords = passwords;
		this.throttle = throttle;
		this.signIn = signIn;
		this.history = history;
	}

	/** The old password is another. */
	public static final class OldPasswordWrong extends Refusal {

		OldPasswordWrong() {
			super("organisation.old-password-wrong");
		}

	}

	/**
	 * Sets another password; the person's other sessions end. Trying out the old one is
	 * slowed down as signing in is.
	 * @param session the one that goes on
	 * @throws OldPasswordWrong if the old password is another
	 * @throws WeakPassword if the new one does not satisfy the rules, or is the old one
	 * @throws SignInRefused if name or address have to wait
	 */
	@Transactional
	public void change(Actor actor, String old, String password, String session, String address) {
		String name = this.people.find(actor.personId()).map(Person::signInName).orElse("");
		this.throttle.attempt(name, address);
		if (!this.signIn.knows(name, old)) {
			throw new OldPasswordWrong();
		}
		this.throttle.succeeded(name, address);
		this.passwords.mustBeStrong(password, name);
		if (password.equals(old)) {
			throw new WeakPassword("organisation.password-same");
		}
		this.register.changePassword(actor.personId(), this.passwords.hash(password), session);
		this.history.add(actor.personId(), PersonChange.Act.PASSWORD_CHANGED, PersonHistory.Said.NOTHING,
				actor.personId(), null);
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
