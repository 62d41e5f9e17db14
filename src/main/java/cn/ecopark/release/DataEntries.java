package cn.ecopark.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackYaml;

/**
 * The entries of a pack's data: limits, outcomes, settings, roles, kinds of document and
 * of document. A form is data of the same shape.
 */
@Component
class DataEntries implements PackEntries {

	/** What names an entry of a list, in the order of preference. */
	private static final List<String> NAMING = List.of("key", "code", "id", "process", "stage", "decision");

	private static final Set<String> LABELS = Set.of("zh", "label", "name");

	@Override
	public boolean reads(String path) {
		return path.endsWith(".yaml") || path.endsWith(".form");
	}

	@Override
	public Map<String, Entry> of(String content) {
		Map<String, Entry> entries = new LinkedHashMap<>();
		PackYaml.plain(content).ifPresent(root -> apart("", root, entries));
		return entries;
	}

	/**
	 * What has a name of its own becomes an entry, all else is said of what it stands in.
	 */
	private static void apart(String name, Map<?, ?> map, Map<String, Entry> entries) {
		Map<String, String> values = new LinkedHashMap<>();
		String label = "";
		for (Map.Entry<?, ?> each : map.entrySet()) {
			String key = String.valueOf(each.getKey());
			if (each.getValue() instanceof Map<?, ?> inner && hasNames(name, inner)) {
				apart(below(name, key), inner, entries);
			}
			else if (each.getValue() instanceof List<?> list && isOfMappings(list)) {
				list.forEach(item -> apart(unique(below(name, key) + "." + named((Map<?, ?>) item), entries),
						(Map<?, ?>) item, entries));
			}
			else {
				flat(key, each.getValue(), values);
				label = LABELS.contains(key) && label.isEmpty() ? String.valueOf(each.getValue()) : label;
			}
		}
		if (!values.isEmpty()) {
			entries.put(name, new Entry(label, values));
		}
	}

	private static boolean hasNames(String name, Map<?, ?> inner) {
		return name.isEmpty()
				|| !inner.isEmpty() && inner.values().stream().allMatch(value -> value instanceof Map<?, ?>);
	}

	private static boolean isOfMappings(List<?> list) {
		return !list.isEmpty() && list.stream().allMatch(item -> item instanceof Map<?, ?>);
	}

	private static String named(Map<?, ?> item) {
		return NAMING.stream()
			.filter(item::containsKey)
			.map(key -> String.valueOf(item.get(key)))
			.findFirst()
			.orElse("");
	}

	private static String below(String name, String key) {
		return name.isEmpty() ? key : name + "." + key;
	}

	private static String unique(String name, Map<String, Entry> entries) {
		int number = 1;
		String unique = name;
		while (entries.containsKey(unique)) {
			number++;
			unique = name + "#" + number;
		}
		return unique;
	}

	private static void flat(String key, @Nullable Object value, Map<String, String> values) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((inner, said) -> flat(key + "." + inner, said, values));
		}
		else if (value instanceof List<?> list) {
			values.put(key, list.stream().map(String::valueOf).collect(Collectors.joining("、")));
		}
		else {
			values.put(key, String.valueOf(value));
		}
	}

}
