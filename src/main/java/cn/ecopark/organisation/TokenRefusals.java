package cn.ecopark.organisation;

import cn.ecopark.shared.Refusal;

/** Why a program may not act for somebody. */
public final class TokenRefusals {

	private TokenRefusals() {
	}

	/** Nobody has made it, it was ended, or its owner works here no more. */
	public static final class TokenUnknown extends Refusal {

		TokenUnknown() {
			super("organisation.token-unknown");
		}

	}

	/** Its time is over. */
	public static final class TokenExpired extends Refusal {

		TokenExpired(String day) {
			super("organisation.token-expired", day);
		}

	}

	/** The person has as many as anybody may have. */
	public static final class TooManyTokens extends Refusal {

		TooManyTokens(int most) {
			super("organisation.token-too-many", String.valueOf(most));
		}

	}

	/** It has no name, or would be good for a time that is not offered. */
	public static final class TokenFaulty extends Refusal {

		TokenFaulty() {
			super("organisation.token-faulty");
		}

	}

}
