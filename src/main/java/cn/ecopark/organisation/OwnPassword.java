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

	private final OneTimeCodes codes;

	private final KnownDevices devices;

	OwnPassword(People people, PeopleRegister register, Passwords passwords, SignInThrottle throttle, SignIn signIn,
			PersonHistory history, OneTimeCodes codes, KnownDevices devices) {
		this.people = people;
		this.register = register;
		this.passwords = passwords;
		this.throttle = throttle;
		this.signIn = signIn;
		this.history = history;
		this.codes = codes;
		this.devices = devices;
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
	 * @param device what the browser keeps that has signed in before; empty for nothing.
	 * All others are forgotten
	 * @throws SignInRefused if the person has to wait
	 */
	@Transactional
	public void change(Actor actor, String old, String password, String session, String device) {
		String name = this.people.find(actor.personId()).map(Person::signInName).orElse("");
		SignInThrottle.Attempt attempt = SignInThrottle.Attempt.ofPerson(actor.personId());
		this.throttle.count(attempt);
		if (!this.signIn.knows(name, old)) {
			throw new OldPasswordWrong();
		}
		this.throttle.succeeded(attempt);
		this.passwords.mustBeStrong(password, name);
		if (password.equals(old)) {
			throw new WeakPassword("organisation.password-same");
		}
		this.register.changePassword(actor.personId(), this.passwords.hash(password), session);
		this.devices.forgetOthers(actor.personId(), device);
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
	 * @throws SignInRefused if the code is not valid and the network has to wait: a valid
	 * one is taken whatever others have tried with the name
	 * @return whose it is
	 */
	public long set(String signInName, String code, String password, String address) {
		Person person = this.people.bySignInName(signInName)
			.filter(Person::active)
			.filter(found -> this.codes.isValid(OneTimeCodes.Purpose.PASSWORD, found.id(), code))
			.orElse(null);
		if (person == null) {
			this.throttle.count(SignInThrottle.Attempt.ofCode(address));
			throw new CodeInvalid();
		}
		this.passwords.mustBeStrong(password, signInName);
		this.register.setPassword(person.id(), this.passwords.hash(password), code);
		this.devices.forgetOthers(person.id(), "");
		return person.id();
	}

}
