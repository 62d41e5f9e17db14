package cn.ecopark.studio;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

import cn.ecopark.rulepack.PackYaml;

/**
 * A file of data in a pack whose entries have a key of their own, changed in its text:
 * only what changes is written anew, so that order, comments and all other entries stay
 * as they are.
 *
 * @param text as it is in the pack
 */
record DataFile(String text) {

	private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}〔（《][\\p{L}\\p{N}\\p{IsPunctuation} ]*");

	/** What would begin or end something else inside a plain text. */
	private static final Pattern MARKS = Pattern.compile("[#\\[\\]{},\"'`&*!|>%@\\\\]|: |:$|^[-?:]| $|^\\s*$");

	/**
	 * @return what is said of each entry, by key
	 */
	@SuppressWarnings("unchecked")
	Map<String, Map<String, Object>> entries() {
		return (Map<String, Map<String, Object>>) (Map<String, ?>) PackYaml.plain(this.text).orElse(Map.of());
	}

	/**
	 * @param values by property in the order in which they are written; an empty text
	 * takes the property away
	 * @return the file with an entry that says just this, changed or new at the end; what
	 * else it says stays
	 */
	DataFile with(String key, Map<String, String> values) {
		Optional<MappingNode> entry = entry(key);
		DataFile changed = new DataFile(entry.map(found -> changed(found, values)).orElseGet(() -> added(key, values)));
		Map<String, Object> said = changed.entries().getOrDefault(key, Map.of());
		values.forEach((property, value) -> {
			if (!value.equals(said.getOrDefault(property, "").toString())) {
				throw new IllegalStateException("Not written: " + key + "." + property);
			}
		});
		return changed;
	}

	private Optional<MappingNode> entry(String key) {
		LoaderOptions options = new LoaderOptions();
		MappingNode root = (MappingNode) new Yaml(new SafeConstructor(options)).compose(new StringReader(this.text));
		return root.getValue()
			.stream()
			.filter(entry -> name(entry).equals(key))
			.map(NodeTuple::getValueNode)
			.map(MappingNode.class::cast)
			.findFirst();
	}

	private static String name(NodeTuple entry) {
		return ((ScalarNode) entry.getKeyNode()).getValue();
	}

	private String changed(MappingNode entry, Map<String, String> values) {
		List<Edit> edits = new ArrayList<>();
		StringBuilder added = new StringBuilder();
		int indent = entry.getValue().get(0).getKeyNode().getStartMark().getColumn();
		values.forEach((property, value) -> {
			Optional<NodeTuple> there = entry.getValue()
				.stream()
				.filter(tuple -> name(tuple).equals(property))
				.findFirst();
			if (there.isPresent()) {
				NodeTuple tuple = there.get();
				edits
					.add(value.isEmpty() ? without(tuple) : new Edit(at(tuple.getValueNode().getStartMark().getIndex()),
							at(tuple.getValueNode().getEndMark().getIndex()), written(value)));
			}
			else if (!value.isEmpty()) {
				added.append(" ".repeat(indent)).append(property).append(": ").append(written(value)).append('\n');
			}
		});
		int end = lineAfter(
				at(entry.getValue().get(entry.getValue().size() - 1).getValueNode().getEndMark().getIndex()));
		edits.add(new Edit(end, end, added.toString()));
		StringBuilder text = new StringBuilder(this.text);
		edits.stream()
			.sorted((one, other) -> Integer.compare(other.from(), one.from()))
			.forEach(edit -> text.replace(edit.from(), edit.to(), edit.text()));
		return text.toString();
	}

	private record Edit(int from, int to, String text) {
	}

	private Edit without(NodeTuple tuple) {
		int key = at(tuple.getKeyNode().getStartMark().getIndex());
		int line = this.text.lastIndexOf('\n', key) + 1;
		return new Edit(line, lineAfter(at(tuple.getValueNode().getEndMark().getIndex())), "");
	}

	private int lineAfter(int at) {
		int end = this.text.indexOf('\n', at);
		return end < 0 ? this.text.length() : end + 1;
	}

	/** The reader counts characters, a text its halves. */
	private int at(int characters) {
		return this.text.offsetByCodePoints(0, characters);
	}

	private String added(String key, Map<String, String> values) {
		StringBuilder entry = new StringBuilder(this.text);
		if (!this.text.isEmpty() && !this.text.endsWith("\n")) {
			entry.append('\n');
		}
		entry.append(key).append(":\n");
		values.forEach((property, value) -> {
			if (!value.isEmpty()) {
				entry.append("  ").append(property).append(": ").append(written(value)).append('\n');
			}
		});
		return entry.toString();
	}

	private static String written(String value) {
		if (PLAIN.matcher(value).matches() && !MARKS.matcher(value).find()) {
			return value;
		}
		StringBuilder quoted = new StringBuilder("\"");
		value.codePoints().forEach(character -> {
			switch (character) {
				case '"' -> quoted.append("\\\"");
				case '\\' -> quoted.append("\\\\");
				case '\n' -> quoted.append("\\n");
				case '\t' -> quoted.append("\\t");
				default -> quoted.appendCodePoint(character);
			}
		});
		return quoted.append('"').toString();
	}

}
