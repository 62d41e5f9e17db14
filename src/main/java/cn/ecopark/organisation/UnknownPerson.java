package cn.ecopark.organisation;

import cn.ecopark.shared.Refusal;

/** There is no person of that id. */
public class UnknownPerson extends Refusal {

	UnknownPerson(long personId) {
		super("organisation.unknown-person", personId);
	}

}
