package cn.ecopark.rulepack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What several packs call the same thing, for lists and filters that cover all of them.
 * Names that differ stand beside each other.
 */
public final class NamesInPacks {

	private static final String BESIDE = " / ";

	private final Map<String, Set<String>> names = new LinkedHashMap<>();

	public void add(String key, String name) {
		this.names.computeIfAbsent(key, fresh -> new LinkedHashSet<>()).add(name);
	}

	/**
	 * @return one text for each key, in the order in which they came
	 */
	public Map<String, String> byKey() {
		Map<String, String> joined = new LinkedHashMap<>();
		this.names.forEach((key, same) -> joined.put(key, String.join(BESIDE, same)));
		return joined;
	}

}
