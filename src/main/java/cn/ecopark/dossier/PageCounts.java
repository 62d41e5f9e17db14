package cn.ecopark.dossier;

import java.util.Collection;
import java.util.Map;

/** How many pages files have. Answered by the module that reads them. */
public interface PageCounts {

	/**
	 * @param digests of the files, all in one question
	 * @return pages of those that have pages and have been read
	 */
	Map<String, Integer> of(Collection<String> digests);

}
