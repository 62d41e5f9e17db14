package cn.ecopark.rulepack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The keys of one mapping of a data file: which there are, which were asked for, and what
 * is found wrong with them.
 */
final class EntryKeys {

	private final String file;

	private final String place;

	private final int line;

	private final PackFindings findings;

	private final Map<String, NodeTuple> values = new LinkedHashMap<>();

	private final Set<String> asked = new LinkedHashSet<>();

	private final Set<String> retired = new LinkedHashSet<>();

	private boolean kindUnknown;

	/**
	 * @param node the mapping; null for one that is not there, of which nothing is said
	 */
	EntryKeys(String file, String place, int line, @Nullable MappingNode node, PackFindings findings) {
		this.file = file;
		this.place = place;
		this.line = line;
		this.findings = findings;
		if (node != null) {
			node.getValue().forEach(this::add);
		}
	}

	private void add(NodeTuple tuple) {
		int at = lineOf(tuple.getKeyNode());
		if (!(tuple.getKeyNode() instanceof ScalarNode key) || EntryValues.isNothing(key)) {
			this.findings.misread(this.file, this.place, at, this.place, "pack.keyIsNoText");
		}
		else if (this.values.putIfAbsent(key.getValue(), tuple) != null) {
			this.findings.misread(this.file, place(key.getValue()), at, place(key.getValue()), "pack.keyTwice",
					key.getValue());
		}
		else {
			this.findings.stands(this.file, place(key.getValue()), at);
		}
	}

	/**
	 * @return the keys that stand for an entry below this one
	 */
	EntryKeys below(String place, int at, MappingNode node) {
		return new EntryKeys(this.file, place, at, node, this.findings);
	}

	/**
	 * @return keys of an entry that is none: what is asked of it is no finding
	 */
	EntryKeys none(String place) {
		return new EntryKeys(this.file, place, this.line, null, new PackFindings());
	}

	/**
	 * @return the place of that key in the file
	 */
	String place(String key) {
		return this.place.isEmpty() ? key : this.place + "." + key;
	}

	boolean has(String key) {
		return this.values.containsKey(key);
	}

	/**
	 * @return the keys of the mapping, in the order in which they stand in the file
	 */
	List<String> names() {
		return List.copyOf(this.values.keySet());
	}

	/**
	 * @return what stands under that key; null, and a finding, where there is nothing
	 */
	@Nullable NodeTuple ask(String key) {
		this.asked.add(key);
		NodeTuple tuple = this.values.get(key);
		if (tuple == null) {
			missing(key);
		}
		return tuple;
	}

	/**
	 * @return what stands under that key, without asking for it; null where there is
	 * nothing
	 */
	@Nullable NodeTuple peek(String key) {
		return this.values.get(key);
	}

	/**
	 * A key that releases of earlier programs had. What it said is dated reference data
	 * by now, so a new release that has it is told where it stands.
	 */
	void retired(String key) {
		this.retired.add(key);
		NodeTuple tuple = this.values.get(key);
		if (tuple != null && !this.findings.allowsRetiredKeys()) {
			this.findings.misread(this.file, place(key), lineOf(tuple.getKeyNode()), place(key), "pack.retired", key);
		}
	}

	/** Nothing is said of keys that are missing or unknown, as long as that is so. */
	void kindIsUnknown(boolean unknown) {
		this.kindUnknown = unknown;
	}

	/** What nobody has asked for changes nothing, whatever its writer meant by it. */
	void nothingElse() {
		if (this.kindUnknown) {
			return;
		}
		this.values.forEach((key, tuple) -> {
			if (!this.asked.contains(key) && !this.retired.contains(key)) {
				this.findings.misread(this.file, place(key), lineOf(tuple.getKeyNode()), place(key), "pack.unknownKey",
						key, String.join("、", this.asked));
			}
		});
	}

	/** An entry stands at that place. */
	void stands(String entry, int at) {
		this.findings.stands(this.file, entry, at);
	}

	/** What stands at that place is no mapping. */
	void noEntries(String entry, int at) {
		this.findings.misread(this.file, entry, at, entry, "pack.notEntries");
	}

	/** An entry of that name stands there already. */
	void entryTwice(String entry, int at, String name) {
		this.findings.misread(this.file, entry, at, entry, "pack.entryTwice", name);
	}

	private void missing(String key) {
		if (this.kindUnknown) {
			return;
		}
		this.findings.misread(this.file, this.place.isEmpty() ? key : this.place, this.line, place(key),
				"pack.keyMissing", key);
	}

	/** Something else is wrong with the value of that key. */
	void wrong(String key, String finding, Object... arguments) {
		NodeTuple tuple = this.values.get(key);
		wrong(key, tuple == null ? this.line : lineOf(tuple.getKeyNode()), finding, arguments);
	}

	void wrong(String key, int at, String finding, Object... arguments) {
		Object[] named = new Object[arguments.length + 1];
		named[0] = key;
		System.arraycopy(arguments, 0, named, 1, arguments.length);
		this.findings.misread(this.file, this.place.isEmpty() ? key : this.place, at, place(key), finding, named);
	}

	static int lineOf(Node node) {
		return node.getStartMark().getLine() + 1;
	}

}
