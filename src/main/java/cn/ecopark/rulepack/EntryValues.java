package cn.ecopark.rulepack;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The single values of an entry: texts, codes, numbers, dates, marks and constants, each
 * asked for by the type it has to be of.
 */
abstract sealed class EntryValues permits PackEntry {

	static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");

	static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");

	private static final Pattern DATE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");

	private static final Set<String> YES = Set.of("true", "True", "TRUE");

	private static final Set<String> NO = Set.of("false", "False", "FALSE");

	private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

	final EntryKeys keys;

	EntryValues(EntryKeys keys) {
		this.keys = keys;
	}

	/**
	 * @return whether diagrams and other files can name something by that
	 */
	public static boolean isCode(String text) {
		return CODE.matcher(text).matches();
	}

	/**
	 * @return the place of that key in the file
	 */
	public String place(String key) {
		return this.keys.place(key);
	}

	public boolean has(String key) {
		return this.keys.has(key);
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
		this.keys.kindIsUnknown(!kind.name().equals(text));
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

	private @Nullable String scalar(String key) {
		NodeTuple tuple = this.keys.ask(key);
		if (tuple == null) {
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

	/** Something else is wrong with the value of that key. */
	public void wrong(String key, String finding, Object... arguments) {
		this.keys.wrong(key, finding, arguments);
	}

	static boolean isNothing(ScalarNode scalar) {
		return scalar.getValue().isBlank()
				|| scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN && NOTHING.contains(scalar.getValue());
	}

}
