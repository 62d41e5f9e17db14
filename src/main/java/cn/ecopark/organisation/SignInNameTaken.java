package cn.ecopark.organisation;

import cn.ecopark.shared.Refusal;

/** Somebody signs in with that name already. */
public class SignInNameTaken extends Refusal {

	SignInNameTaken(String signInName) {
		super("organisation.sign-in-name-taken", signInName);
	}

}
