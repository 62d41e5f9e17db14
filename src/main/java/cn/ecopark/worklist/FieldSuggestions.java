package cn.ecopark.worklist;

import java.util.Map;

/** With what fields of a step's form can be filled before anybody types. */
public interface FieldSuggestions {

	/**
	 * @return texts by key of the field; those that the form does not have are of no
	 * account
	 */
	Map<String, String> of(WorkItem item);

}
