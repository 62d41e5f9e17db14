package cn.ecopark.park;

import cn.ecopark.shared.Refusal;

/** The park belongs to another province or is another one than the reader's own. */
public class NotYourPark extends Refusal {

	public NotYourPark() {
		super("park.not-yours");
	}

}
