package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;

/** Reads a decision out of what was entered on the page of its task. */
public interface ReadDecision {

	/**
	 * @param fields all values by the name of their field
	 */
	Decision read(WorkItem item, Map<String, List<String>> fields);

}
