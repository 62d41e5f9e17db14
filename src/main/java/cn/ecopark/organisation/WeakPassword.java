package cn.ecopark.organisation;

import cn.ecopark.shared.Refusal;

/** The password does not satisfy the rules. */
public class WeakPassword extends Refusal {

	WeakPassword(String problem, Object... arguments) {
		super(problem, arguments);
	}

}
