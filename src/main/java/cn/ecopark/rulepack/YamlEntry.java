package cn.ecopark.rulepack;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One mapping of a data file. What is missing or wrong stops the start, naming file and
 * key.
 */
final class YamlEntry {

	private final String file;

	private final Map<String, Object> values = new LinkedHashMap<>();

	YamlEntry(String file, @Nullable Object node) {
		this.file = file;
		if (node instanceof Map<?, ?> map) {
			map.forEach((key, value) -> this.values.put(String.valueOf(key), value));
		}
	}

	String text(String key) {
		Object value = this.values.get(key);
		if (value == null) {
			throw new IllegalStateException(this.file + " lacks " + key + " in " + this.values);
		}
		return value.toString();
	}

	int number(String key) {
		return Integer.parseInt(text(key));
	}

	@Nullable Integer numberOrNull(String key) {
		return this.values.containsKey(key) ? Integer.valueOf(number(key)) : null;
	}

	boolean flag(String key) {
		return Boolean.parseBoolean(text(key));
	}

	/**
	 * @return whether the entry bears that mark; left out, it does not
	 */
	boolean marked(String key) {
		Object value = this.values.get(key);
		if (value != null && !(value instanceof Boolean)) {
			throw new IllegalStateException(this.file + " has neither true nor false as " + key + " in " + this.values);
		}
		return Boolean.TRUE.equals(value);
	}

	LocalDate date(String key) {
		return LocalDate.parse(text(key));
	}

	@Nullable LocalDate dateOrNull(String key) {
		return this.values.containsKey(key) ? date(key) : null;
	}

	/**
	 * @return what is read from each mapping of the file, by its key
	 */
	<T> Map<String, T> byKey(BiFunction<String, YamlEntry, T> read) {
		Map<String, T> entries = new LinkedHashMap<>();
		this.values.forEach((key, node) -> entries.put(key, read.apply(key, new YamlEntry(this.file, node))));
		return entries;
	}

	/**
	 * @return the texts listed under that key, at least one
	 */
	List<String> texts(String key) {
		if (!(this.values.get(key) instanceof List<?> texts) || texts.isEmpty()) {
			throw new IllegalStateException(this.file + " lacks a list of " + key + " in " + this.values);
		}
		return texts.stream().map(String::valueOf).toList();
	}

	/**
	 * @return the texts listed under that key, none where it is left out
	 */
	List<String> textsOrNone(String key) {
		return this.values.containsKey(key) ? texts(key) : List.of();
	}

	/**
	 * @return what is read from each mapping of the list under that key
	 */
	<T> List<T> list(String key, Function<YamlEntry, T> read) {
		return this.values.get(key) instanceof List<?> nodes
				? nodes.stream().map(node -> read.apply(new YamlEntry(this.file, node))).toList() : List.of();
	}

	/**
	 * @return the list under that key, each by the text of one of its fields
	 */
	<T> Map<String, T> listByKey(String key, String field, Function<YamlEntry, T> read) {
		Map<String, T> entries = new LinkedHashMap<>();
		if (this.values.get(key) instanceof List<?> nodes) {
			for (Object node : nodes) {
				YamlEntry entry = new YamlEntry(this.file, node);
				entries.put(entry.text(field), read.apply(entry));
			}
		}
		return entries;
	}

}
