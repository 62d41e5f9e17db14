package cn.ecopark.rulepack;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
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
public final class PackEntry {

	static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");

	private static final Pattern DATE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");

	private static final Set<String> YES = Set.of("true", "True", "TRUE");

	private static final Set<String> NO = Set.of("false", "False", "FALSE");

	private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

	private final String file;

	private final String place;

	private final int line;

	private final PackFindings findings;

	private final Map<String, NodeTuple> values = new LinkedHashMap<>();

	private final Set<String> asked = new LinkedHashSet<>();

	private final Set<String> retired = new LinkedHashSet<>();

	private boolean kindUnknown;

	private PackEntry(String file, String place, int line, @Nullable Node node, PackFindings findings) {
		this.file = file;
		this.place = place;
		this.line = line;
		this.findings = findings;
		if (node instanceof MappingNode mapping) {
			mapping.getValue().forEach(this::add);
		}
		else if (node != null) {
			findings.misread(file, place, line, place, "pack.notEntries");
		}
	}

	static <T> T root(String file, MappingNode node, PackFindings findings, Function<PackEntry, T> read) {
		PackEntry root = new PackEntry(file, "", 1, node, findings);
		T value = read.apply(root);
		root.nothingElse();
		return value;
	}

	private void add(NodeTuple tuple) {
		int at = lineOf(tuple.getKeyNode());
		if (!(tuple.getKeyNode() instanceof ScalarNode key) || isNothing(key)) {
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
	 * @return the place of that key in the file
	 */
	public String place(String key) {
		return this.place.isEmpty() ? key : this.place + "." + key;
	}

	public boolean has(String key) {
		return this.values.containsKey(key);
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

	/** A text that must be there and say something. */
	public String text(String key) {
		String text = scalar(key);
		return text == null ? "" : text;
	}

	public @Nullable String textOrNull(String key) {
		return has(key) ? text(key) : null;
	}

	/**
	 * A word that other entries, diagrams and settings name: letters, digits, _ and -.
	 */
	public String code(String key) {
		String text = scalar(key);
		if (text != null && !CODE.matcher(text).matches()) {
			wrong(key, "pack.notACode", text);
		}
		return text == null ? "" : text;
	}

	/** A code, with a stand-in that is one where there is none. */
	String packId(String key) {
		String id = code(key);
		return CODE.matcher(id).matches() ? id : "unread";
	}

	/** A whole number, bounds included. */
	public int number(String key, int least, int most) {
		String text = scalar(key);
		if (text == null) {
			return least;
		}
		if (!NUMBER.matcher(text).matches()) {
			wrong(key, "pack.notANumber", text);
			return least;
		}
		int number = Integer.parseInt(text);
		if (number < least || number > most) {
			wrong(key, "pack.numberOutside", text, least, most);
		}
		return number;
	}

	public @Nullable Integer numberOrNull(String key, int least, int most) {
		return has(key) ? Integer.valueOf(number(key, least, most)) : null;
	}

	public boolean flag(String key) {
		String text = scalar(key);
		if (text != null && !YES.contains(text) && !NO.contains(text)) {
			wrong(key, "pack.notTrueOrFalse", text);
		}
		return text != null && YES.contains(text);
	}

	/**
	 * @return whether the entry bears that mark; left out, it does not
	 */
	public boolean marked(String key) {
		return has(key) && flag(key);
	}

	public LocalDate date(String key) {
		String text = scalar(key);
		if (text != null && DATE.matcher(text).matches()) {
			try {
				return LocalDate.parse(text);
			}
			catch (DateTimeParseException nonexistent) {
				wrong(key, "pack.noSuchDate", text);
			}
		}
		else if (text != null) {
			wrong(key, "pack.notADate", text);
		}
		return LocalDate.EPOCH;
	}

	public @Nullable LocalDate dateOrNull(String key) {
		return has(key) ? date(key) : null;
	}

	/** A constant, written as it is called. */
	public <E extends Enum<E>> E oneOf(Class<E> type, String key) {
		return oneOf(type, key, Function.identity());
	}

	/**
	 * @return the constant; null where there is none, or none that is known
	 */
	public <E extends Enum<E>> @Nullable E oneOfOrNull(Class<E> type, String key) {
		if (!has(key)) {
			return null;
		}
		E constant = oneOf(type, key);
		return constant.name().equals(scalar(key)) ? constant : null;
	}

	/**
	 * A constant that says which keys the entry has. Where it is wrong, nothing is said
	 * of keys that are missing or unknown.
	 */
	public <E extends Enum<E>> E kind(Class<E> type, String key) {
		E kind = oneOf(type, key);
		String text = has(key) ? scalar(key) : "";
		this.kindUnknown = !kind.name().equals(text);
		return kind;
	}

	/** A constant, written in small letters. */
	public <E extends Enum<E>> E oneOfSmall(Class<E> type, String key) {
		return oneOf(type, key, name -> name.toLowerCase(Locale.ROOT));
	}

	private <E extends Enum<E>> E oneOf(Class<E> type, String key, Function<String, String> written) {
		String text = scalar(key);
		Map<String, E> constants = new LinkedHashMap<>();
		for (E constant : type.getEnumConstants()) {
			constants.put(written.apply(constant.name()), constant);
		}
		E constant = text == null ? null : constants.get(text);
		if (constant == null) {
			if (text != null) {
				wrong(key, "pack.notOneOf", text, String.join("、", constants.keySet()));
			}
			return type.getEnumConstants()[0];
		}
		return constant;
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
				wrong(key, lineOf(item), "pack.notAText");
			}
			else if (!texts.add(scalar.getValue())) {
				wrong(key, lineOf(item), "pack.listedTwice", scalar.getValue());
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
				this.findings.misread(this.file, entry, lineOf(items.get(at)), entry, "pack.entryTwice", name);
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
		this.values.forEach((key, tuple) -> {
			this.asked.add(key);
			entries.put(key, child(place(key), lineOf(tuple.getKeyNode()), tuple.getValueNode(),
					entry -> read.apply(key, entry)));
		});
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
		this.values.keySet()
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
		List.copyOf(this.values.keySet()).forEach(key -> texts.put(key, text(key)));
		return texts;
	}

	/**
	 * @return what is read from the mapping under that key, which must be there
	 */
	public <T> T part(String key, Function<PackEntry, T> read) {
		this.asked.add(key);
		NodeTuple tuple = this.values.get(key);
		if (tuple == null) {
			missing(key);
			return read.apply(new PackEntry(this.file, place(key), this.line, null, new PackFindings()));
		}
		return child(place(key), lineOf(tuple.getKeyNode()), tuple.getValueNode(), read);
	}

	private <T> T read(String entry, Node node, Function<PackEntry, T> read) {
		int at = lineOf(node);
		this.findings.stands(this.file, entry, at);
		return child(entry, at, node, read);
	}

	private <T> T child(String entry, int at, Node node, Function<PackEntry, T> read) {
		PackEntry child = new PackEntry(this.file, entry, at, node, this.findings);
		if (!(node instanceof MappingNode)) {
			return read.apply(new PackEntry(this.file, entry, at, null, new PackFindings()));
		}
		T value = read.apply(child);
		child.nothingElse();
		return value;
	}

	/** What nobody has asked for changes nothing, whatever its writer meant by it. */
	private void nothingElse() {
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

	private List<Node> items(String key) {
		this.asked.add(key);
		NodeTuple tuple = this.values.get(key);
		if (tuple == null) {
			missing(key);
			return List.of();
		}
		if (tuple.getValueNode() instanceof SequenceNode sequence) {
			return sequence.getValue();
		}
		wrong(key, "pack.notAList");
		return List.of();
	}

	private boolean isEmptyList(String key) {
		NodeTuple tuple = this.values.get(key);
		return tuple != null && tuple.getValueNode() instanceof SequenceNode sequence && sequence.getValue().isEmpty();
	}

	private @Nullable String scalar(String key) {
		this.asked.add(key);
		NodeTuple tuple = this.values.get(key);
		if (tuple == null) {
			missing(key);
			return null;
		}
		if (!(tuple.getValueNode() instanceof ScalarNode scalar)) {
			wrong(key, "pack.notAText");
			return null;
		}
		if (isNothing(scalar)) {
			wrong(key, "pack.emptyText");
			return null;
		}
		return scalar.getValue();
	}

	private static boolean isNothing(ScalarNode scalar) {
		return scalar.getValue().isBlank()
				|| scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN && NOTHING.contains(scalar.getValue());
	}

	private void missing(String key) {
		if (this.kindUnknown) {
			return;
		}
		this.findings.misread(this.file, this.place.isEmpty() ? key : this.place, this.line, place(key),
				"pack.keyMissing", key);
	}

	/** Something else is wrong with the value of that key. */
	public void wrong(String key, String finding, Object... arguments) {
		NodeTuple tuple = this.values.get(key);
		wrong(key, tuple == null ? this.line : lineOf(tuple.getKeyNode()), finding, arguments);
	}

	private void wrong(String key, int at, String finding, Object... arguments) {
		Object[] named = new Object[arguments.length + 1];
		named[0] = key;
		System.arraycopy(arguments, 0, named, 1, arguments.length);
		this.findings.misread(this.file, this.place.isEmpty() ? key : this.place, at, place(key), finding, named);
	}

	private static int lineOf(Node node) {
		return node.getStartMark().getLine() + 1;
	}

}
