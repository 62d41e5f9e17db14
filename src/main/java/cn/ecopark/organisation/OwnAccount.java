package cn.ecopark.organisation;

import cn.ecopark.shared.Refusal;

/** Nobody closes the own account, so that there is always an administrator left. */
public class OwnAccount extends Refusal {

	OwnAccount() {
		super("organisation.own-account");
	}

}
