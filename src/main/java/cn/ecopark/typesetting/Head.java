package cn.ecopark.typesetting;

import java.io.IOException;

/** What stands above the title on the first page. */
interface Head {

	/**
	 * @return the line of the page on which the title begins
	 */
	int draw(Pages pages) throws IOException;

	/** Whether the first page bears its number. */
	default boolean numbersFirstPage() {
		return true;
	}

	/** A document without a head. */
	record None() implements Head {

		@Override
		public int draw(Pages pages) {
			return 0;
		}

	}

}
