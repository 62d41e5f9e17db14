package cn.ecopark.organisation;

import java.time.Duration;

import cn.ecopark.shared.Refusal;

/**
 * Name and password do not fit, or there were too many attempts. Which of the two parts
 * was wrong is never said.
 */
public class SignInRefused extends Refusal {

	private final Duration retryAfter;

	private SignInRefused(String problem, Duration retryAfter) {
		super(problem, retryAfter.toSeconds());
		this.retryAfter = retryAfter;
	}

	static SignInRefused wrong() {
		return new SignInRefused("organisation.sign-in-wrong", Duration.ZERO);
	}

	static SignInRefused tooMany(Duration retryAfter) {
		return new SignInRefused("organisation.sign-in-too-many", retryAfter);
	}

	/** How long nothing will be looked at, zero if the next attempt will. */
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
