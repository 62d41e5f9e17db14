package cn.ecopark.rulepack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a data file. Whoever reads it asks for each key by the type its value
 * has to be of; what is missing or of another type becomes a finding and a stand-in, so
 * that the rest is read as well. A key that nobody has asked for is a finding, too.
 */
public final class PackEntry extends EntryValues {

	private PackEntry(EntryKeys keys) {
		super(keys);
	}

	static <T> T root(String file, MappingNode node, PackFindings findings, Function<PackEntry, T> read) {
		return readWhole(new EntryKeys(file, "", 1, node, findings), read);
	}

	private static <T> T readWhole(EntryKeys keys, Function<PackEntry, T> read) {
		T value = read.apply(new PackEntry(keys));
		keys.nothingElse();
		return value;
	}

	/**
	 * A key that releases of earlier programs had. What it said is dated reference data
	 * by now, so a new release that has it is told where it stands.
	 */
	void retired(String key) {
		this.keys.retired(key);
	}

	/**
	 * @return the texts listed under that key, at least one, none of them twice
	 */
	public List<String> texts(String key) {
		List<String> texts = textsOrNone(key);
		if (texts.isEmpty() && isEmptyList(key)) {
			wrong(key, "pack.emptyList");
		}
		return texts;
	}

	/**
	 * @return the texts listed under that key, which must be there but may list nothing
	 */
	public List<String> textsOrNone(String key) {
		Set<String> texts = new LinkedHashSet<>();
		for (Node item : items(key)) {
			if (!(item instanceof ScalarNode scalar) || isNothing(scalar)) {
				this.keys.wrong(key, EntryKeys.lineOf(item), "pack.notAText");
			}
			else if (!texts.add(scalar.getValue())) {
				this.keys.wrong(key, EntryKeys.lineOf(item), "pack.listedTwice", scalar.getValue());
			}
		}
		return List.copyOf(texts);
	}

	/**
	 * @return what is read from each mapping of the list under that key
	 */
	public <T> List<T> list(String key, Function<PackEntry, T> read) {
		List<T> entries = new ArrayList<>();
		List<Node> items = items(key);
		for (int at = 0; at < items.size(); at++) {
			entries.add(read(place(key) + "." + (at + 1), items.get(at), read));
		}
		return entries;
	}

	/**
	 * @return the list under that key, each by the text of one of its fields, none twice
	 */
	public <T> Map<String, T> listByKey(String key, String field, Function<PackEntry, T> read) {
		Map<String, T> entries = new LinkedHashMap<>();
		List<Node> items = items(key);
		for (int at = 0; at < items.size(); at++) {
			String name = nameOf(items.get(at), field);
			String entry = place(key) + "." + (name == null ? String.valueOf(at + 1) : name);
			if (name != null && entries.containsKey(name)) {
				this.keys.entryTwice(entry, EntryKeys.lineOf(items.get(at)), name);
			}
			else {
				entries.put(name == null ? "" : name, read(entry, items.get(at), read));
			}
		}
		return entries;
	}

	/**
	 * As {@link #listByKey}, where a pack without any cannot be.
	 */
	public <T> Map<String, T> someByKey(String key, String field, Function<PackEntry, T> read) {
		Map<String, T> entries = listByKey(key, field, read);
		if (isEmptyList(key)) {
			wrong(key, "pack.none");
		}
		return entries;
	}

	private static @Nullable String nameOf(Node item, String field) {
		if (item instanceof MappingNode mapping) {
			for (NodeTuple tuple : mapping.getValue()) {
				if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(field)
						&& tuple.getValueNode() instanceof ScalarNode name && !isNothing(name)) {
					return name.getValue();
				}
			}
		}
		return null;
	}

	/**
	 * @return what is read from the mapping under each key, by key
	 */
	public <T> Map<String, T> byKey(BiFunction<String, PackEntry, T> read) {
		Map<String, T> entries = new LinkedHashMap<>();
		for (String key : this.keys.names()) {
			entries.put(key, part(key, entry -> read.apply(key, entry)));
		}
		return entries;
	}

	/**
	 * As {@link #byKey}, where keys are words that diagrams and settings name.
	 */
	public <T> Map<String, T> byCode(BiFunction<String, PackEntry, T> read) {
		keysAreCodes();
		return byKey(read);
	}

	private void keysAreCodes() {
		this.keys.names()
			.stream()
			.filter(key -> !CODE.matcher(key).matches())
			.forEach(key -> wrong(key, "pack.notACode", key));
	}

	/**
	 * @return the text under each key, by key
	 */
	public Map<String, String> textByCode() {
		keysAreCodes();
		Map<String, String> texts = new LinkedHashMap<>();
		this.keys.names().forEach(key -> texts.put(key, text(key)));
		return texts;
	}

	/**
	 * @return what is read from the mapping under that key, which must be there
	 */
	public <T> T part(String key, Function<PackEntry, T> read) {
		NodeTuple tuple = this.keys.ask(key);
		if (tuple == null) {
			return read.apply(new PackEntry(this.keys.none(place(key))));
		}
		return child(place(key), EntryKeys.lineOf(tuple.getKeyNode()), tuple.getValueNode(), read);
	}

	private <T> T read(String entry, Node node, Function<PackEntry, T> read) {
		int at = EntryKeys.lineOf(node);
		this.keys.stands(entry, at);
		return child(entry, at, node, read);
	}

	private <T> T child(String entry, int at, Node node, Function<PackEntry, T> read) {
		if (node instanceof MappingNode mapping) {
			return readWhole(this.keys.below(entry, at, mapping), read);
		}
		this.keys.noEntries(entry, at);
		return read.apply(new PackEntry(this.keys.none(entry)));
	}

	private List<Node> items(String key) {
		NodeTuple tuple = this.keys.ask(key);
		if (tuple == null) {
			return List.of();
		}
		if (tuple.getValueNode() instanceof SequenceNode sequence) {
			return sequence.getValue();
		}
		wrong(key, "pack.notAList");
		return List.of();
	}

	private boolean isEmptyList(String key) {
		NodeTuple tuple = this.keys.peek(key);
		return tuple != null && tuple.getValueNode() instanceof SequenceNode sequence && sequence.getValue().isEmpty();
	}

}
