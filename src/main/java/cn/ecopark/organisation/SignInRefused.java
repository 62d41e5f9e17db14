package cn.ecopark.organisation;

import java.time.Duration;

import cn.ecopark.shared.Refusal;

/**
 * Name and password do not fit, there were too many attempts, or too many people sign in.
 * Which of the two parts was wrong is never said.
 */
public class SignInRefused extends Refusal {

	private static final Duration NEXT_MOMENT = Duration.ofSeconds(5);

	private final Duration retryAfter;

	private final boolean busy;

	private SignInRefused(String problem, Duration retryAfter, boolean busy) {
		super(problem, retryAfter.toSeconds());
		this.retryAfter = retryAfter;
		this.busy = busy;
	}

	static SignInRefused wrong() {
		return new SignInRefused("organisation.sign-in-wrong", Duration.ZERO, false);
	}

	static SignInRefused tooMany(Duration retryAfter) {
		return new SignInRefused("organisation.sign-in-too-many", retryAfter, false);
	}

	/** So many sign in at this moment that it was not looked at. */
	static SignInRefused busy() {
		return new SignInRefused("organisation.sign-in-busy", NEXT_MOMENT, true);
	}

	/** Whether it was not looked at since many sign in, and nothing is wrong with it. */
	public boolean isBusy() {
		return this.busy;
	}

	/** How long nothing will be looked at, zero if the next attempt will. */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
