package cn.ecopark.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with a form before it is deployed: what the server could not check, what
 * nobody could fill in, and what would lose an answer. It is stricter than reading a
 * schema, since forms that were deployed before go on being filled in.
 */
public final class FormCheck {

	/** Bytes; the largest shipped form has 16,000. */
	public static final int LARGEST = 500_000;

	private static final int MOST_FIELDS = 200;

	private static final int DEEPEST = 8;

	private static final int LONGEST_PATTERN = 200;

	/** A browser tries them in all combinations. */
	private static final int MOST_OPEN_REPETITIONS = 4;

	private static final java.util.regex.Pattern KEY = java.util.regex.Pattern.compile("[A-Za-z_]\\w{0,99}");

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(100)
				.maxNumberLength(100)
				.maxStringLength(100_000)
				.build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final List<FormFault> faults = new ArrayList<>();

	private final Map<String, JsonNode> fields = new HashMap<>();

	private int components;

	private FormCheck() {
	}

	/**
	 * @param name of its file, without ending
	 * @return what is wrong with it, the weightiest first; empty for a form that may be
	 * deployed
	 */
	public static List<FormFault> faultsIn(String name, String json) {
		FormCheck check = new FormCheck();
		check.check(name, json);
		return List.copyOf(check.faults);
	}

	/**
	 * @return what fields of the form are called, by what their faults name; empty for a
	 * form that cannot be read
	 */
	public static Map<String, String> labelsIn(String json) {
		Map<String, String> labels = new HashMap<>();
		try {
			label(JSON.readTree(FormSchemaReader.withoutMark(json)).path("components"), labels);
		}
		catch (RuntimeException unreadable) {
			return Map.of();
		}
		return labels;
	}

	/** Nesting is bounded by the reader. */
	private static void label(JsonNode nodes, Map<String, String> labels) {
		for (JsonNode node : nodes) {
			String label = node.path("label").asString("").strip();
			if (!label.isEmpty()) {
				labels.putIfAbsent(placeOf(node), label);
				labels.putIfAbsent(node.path("key").asString(""), label);
			}
			label(node.path("components"), labels);
		}
	}

	private void check(String name, String json) {
		JsonNode root;
		try {
			root = JSON.readTree(FormSchemaReader.withoutMark(json));
		}
		catch (RuntimeException unreadable) {
			fault("", "no-json");
			return;
		}
		String id = root.path("id").asString("");
		if (!name.equals(id)) {
			fault("", "other-name", id);
		}
		if (!root.path("components").isArray()) {
			fault("", "no-json");
			return;
		}
		collect(root.path("components"), 1);
		if (this.components > MOST_FIELDS) {
			this.faults.clear();
			fault("", "too-many-fields", String.valueOf(MOST_FIELDS));
			return;
		}
		this.fields.forEach((key, field) -> checkCondition(key, field));
		if (this.faults.isEmpty()) {
			readable(json);
		}
	}

	/** Whatever the rules above do not know of is told in general. */
	private void readable(String json) {
		try {
			FormSchema.parse(json);
		}
		catch (FormSchema.NotAllowed notAllowed) {
			fault("", "not-allowed", notAllowed.what());
		}
	}

	private void collect(JsonNode nodes, int depth) {
		for (JsonNode node : nodes) {
			this.components++;
			if (this.components > MOST_FIELDS) {
				return;
			}
			if (depth > DEEPEST) {
				fault("", "too-deep", String.valueOf(DEEPEST));
				return;
			}
			component(node);
			collect(node.path("components"), depth + 1);
		}
	}

	private void component(JsonNode node) {
		String name = node.path("type").asString("");
		if (FormSchemaReader.isLayout(name)) {
			return;
		}
		FormField.Type type;
		try {
			type = FormField.Type.valueOf(name.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException unknown) {
			fault(placeOf(node), "component", name);
			return;
		}
		if (type == FormField.Type.GROUP || type == FormField.Type.TEXT) {
			return;
		}
		String key = node.path("key").asString("");
		if (key.isBlank()) {
			fault(placeOf(node), "no-key");
			return;
		}
		if (!KEY.matcher(key).matches()) {
			fault(placeOf(node), "bad-key");
		}
		else if (this.fields.put(key, node) != null) {
			fault(key, "key-twice");
		}
		checkChoices(key, type, node);
		checkRule(key, node.path("validate"));
	}

	private void checkChoices(String key, FormField.Type type, JsonNode node) {
		if (type != FormField.Type.SELECT && type != FormField.Type.RADIO) {
			return;
		}
		Set<String> values = new HashSet<>();
		if (node.path("values").isEmpty()) {
			fault(key, "no-choices");
		}
		for (JsonNode choice : node.path("values")) {
			String value = choice.path("value").asString("");
			if (value.isBlank()) {
				fault(key, "empty-choice");
			}
			else if (!values.add(value)) {
				fault(key, "choice-twice", value);
			}
		}
	}

	private void checkRule(String key, JsonNode rule) {
		if (!rule.isMissingNode() && !rule.isObject()) {
			fault(key, "bound", "validate");
			return;
		}
		checkBounds(key, number(key, rule, "min", false), number(key, rule, "max", false));
		checkBounds(key, number(key, rule, "minLength", true), number(key, rule, "maxLength", true));
		JsonNode pattern = rule.path("pattern");
		if (pattern.isString()) {
			checkPattern(key, pattern.asString());
		}
		else if (!pattern.isMissingNode() && !pattern.isNull()) {
			fault(key, "pattern", pattern.toString());
		}
	}

	private void checkBounds(String key, @Nullable BigDecimal least, @Nullable BigDecimal most) {
		if (least != null && most != null && least.compareTo(most) > 0) {
			fault(key, "bounds-crossed", least.toPlainString(), most.toPlainString());
		}
	}

	private @Nullable BigDecimal number(String key, JsonNode rule, String name, boolean length) {
		JsonNode node = rule.path(name);
		if (node.isMissingNode() || node.isNull()) {
			return null;
		}
		String text = node.isValueNode() ? node.asString() : node.toString();
		try {
			BigDecimal number = new BigDecimal(text.length() > 40 ? "?" : text);
			boolean small = number.precision() - number.scale() <= 18 && number.scale() <= 12 && number.scale() >= -18;
			if (small && (!length || number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0
					&& number.compareTo(BigDecimal.valueOf(1_000_000)) <= 0)) {
				return number;
			}
		}
		catch (NumberFormatException noNumber) {
			// Told below with all that is no bound.
		}
		fault(key, length ? "length" : "bound", name + " = " + (text.length() > 40 ? text.substring(0, 40) : text));
		return null;
	}

	private void checkPattern(String key, String pattern) {
		if (pattern.length() > LONGEST_PATTERN) {
			fault(key, "pattern-endless", pattern.substring(0, 40));
			return;
		}
		try {
			Pattern.compile(pattern);
		}
		catch (PatternSyntaxException broken) {
			fault(key, "pattern", pattern);
			return;
		}
		if (Repetitions.mayRunWithoutEnd(pattern, MOST_OPEN_REPETITIONS)) {
			fault(key, "pattern-endless", pattern);
		}
	}

	private void checkCondition(String key, JsonNode node) {
		String hide = node.path("conditional").path("hide").asString("");
		if (hide.isBlank()) {
			return;
		}
		Matcher condition = FormSchemaReader.condition(hide);
		if (!condition.matches()) {
			fault(key, "condition", hide);
		}
		else if (!this.fields.containsKey(condition.group(1)) || condition.group(1).equals(key)) {
			fault(key, "condition-of-no-field", condition.group(1));
		}
	}

	private static String placeOf(JsonNode node) {
		String key = node.path("key").asString("");
		return key.isBlank() ? node.path("id").asString("") : key;
	}

	private void fault(String field, String key, Object... arguments) {
		this.faults.add(FormFault.at(field, key, arguments));
	}

}
