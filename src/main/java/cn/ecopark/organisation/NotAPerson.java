package cn.ecopark.organisation;

import cn.ecopark.shared.Refusal;

/** What was entered about a person cannot stand. */
public class NotAPerson extends Refusal {

	NotAPerson(String problem, Object... arguments) {
		super(problem, arguments);
	}

}
