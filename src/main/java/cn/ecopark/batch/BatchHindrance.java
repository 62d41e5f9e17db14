package cn.ecopark.batch;

import java.util.Collection;
import java.util.Map;

/** Something that keeps cases from being decided on in a batch. */
public interface BatchHindrance {

	/**
	 * @param kind process of the batch
	 * @return for each of these cases that is kept back, why, as a message key; the
	 * others are left out
	 */
	Map<String, String> among(String kind, Collection<String> caseIds);

}
