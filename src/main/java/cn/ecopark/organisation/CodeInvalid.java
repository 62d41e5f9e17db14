package cn.ecopark.organisation;

import cn.ecopark.shared.Refusal;

/** The one-time code is wrong, used or expired. */
public class CodeInvalid extends Refusal {

	CodeInvalid() {
		super("organisation.code-invalid");
	}

}
