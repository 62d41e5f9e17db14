package cn.ecopark.web;

import cn.ecopark.shared.Amount;
import cn.ecopark.shared.SearchWords;

/**
 * A list in which words can be looked for. Whoever looks in one list is told what the
 * others hold, as far as they are the reader's.
 */
public interface SearchedList {

	/** The area whose page shows the list at {@code ?q=}. */
	Area area();

	/**
	 * Asked only for readers who may enter the area.
	 * @return how many rows the reader would find there
	 */
	Amount count(SearchWords words);

	/** What another list holds. */
	record Found(Area area, Amount count, String url) {
	}

}
