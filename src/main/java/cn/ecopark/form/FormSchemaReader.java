package cn.ecopark.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a form-js schema, and refuses what the server could not check. */
final class FormSchemaReader {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern CONDITION = Pattern.compile("\\s*=\\s*(\\w+)\\s*(=|!=)\\s*\"([^\"]*)\"\\s*");

	/** The custom properties a component may have. */
	private static final Set<String> PROPERTIES = Set.of("contradicts", "contradictsOthers", "fact", "notBefore",
			"notAfter");

	private static final Set<String> LAYOUT = Set.of("separator", "spacer");

	private FormSchemaReader() {
	}

	/**
	 * @return the schema
	 * @throws FormSchema.NotAllowed when it uses a component or condition that the server
	 * could not check
	 */
	static FormSchema read(String json) {
		JsonNode root;
		try {
			root = JSON.readTree(withoutMark(json));
		}
		catch (RuntimeException unreadable) {
			throw new FormSchema.NotAllowed("not JSON");
		}
		return new FormSchema(root.path("id").asString(""), components(root.path("components")));
	}

	/**
	 * @return the text without a byte order mark before it
	 */
	static String withoutMark(String json) {
		return json.startsWith("\uFEFF") ? json.substring(1) : json;
	}

	/**
	 * @return whether the component only parts others and asks nothing
	 */
	static boolean isLayout(String component) {
		return LAYOUT.contains(component);
	}

	static Matcher condition(String text) {
		return CONDITION.matcher(text);
	}

	private static List<FormField> components(JsonNode nodes) {
		List<FormField> fields = new ArrayList<>();
		for (JsonNode node : nodes) {
			if (!isLayout(node.path("type").asString(""))) {
				fields.add(component(node));
			}
		}
		return fields;
	}

	private static FormField component(JsonNode node) {
		FormField.Type type = type(node.path("type").asString(""));
		List<FormField.Choice> choices = new ArrayList<>();
		for (JsonNode choice : node.path("values")) {
			choices.add(new FormField.Choice(choice.path("value").asString(""), choice.path("label").asString("")));
		}
		JsonNode preset = node.path("defaultValue");
		String label = type == FormField.Type.TEXT ? node.path("text").asString("")
				: node.path(type == FormField.Type.DATETIME ? "dateLabel" : "label")
					.asString(node.path("label").asString(""));
		return new FormField(type, node.path("key").asString(""), label, node.path("description").asString(""), choices,
				rule(node), hidden(node.path("conditional").path("hide").asString("")),
				preset.isMissingNode() || preset.isNull() ? null : preset.asString(),
				components(node.path("components")), answers(node.path("properties")),
				order(type, node.path("properties")));
	}

	private static DateOrder order(FormField.Type type, JsonNode properties) {
		properties.propertyNames().forEach(name -> {
			if (!PROPERTIES.contains(name)) {
				throw new FormSchema.NotAllowed("property " + name);
			}
		});
		DateOrder order = DateOrder.of(properties.path("notBefore").asString(""),
				properties.path("notAfter").asString(""));
		if (type != FormField.Type.DATETIME && !order.isNone()) {
			throw new FormSchema.NotAllowed("order of dates at " + type);
		}
		return order;
	}

	private static AnswerRules answers(JsonNode properties) {
		try {
			return AnswerRules.of(properties.path("contradicts").asString(""),
					properties.path("contradictsOthers").asString(""), properties.path("fact").asString(""));
		}
		catch (IllegalArgumentException unreadable) {
			throw new FormSchema.NotAllowed("property " + unreadable.getMessage());
		}
	}

	private static FormField.Type type(String name) {
		try {
			return FormField.Type.valueOf(name.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException unknown) {
			throw new FormSchema.NotAllowed("component " + name);
		}
	}

	private static FormField.Rule rule(JsonNode component) {
		JsonNode node = component.path("validate");
		return new FormField.Rule(node.path("required").asBoolean(false), number(node.path("min")),
				number(node.path("max")), whole(node.path("minLength")), whole(node.path("maxLength")),
				pattern(node.path("pattern")), whole(component.path("decimalDigits")));
	}

	private static @Nullable String pattern(JsonNode node) {
		if (!node.isString()) {
			return null;
		}
		try {
			com.google.re2j.Pattern.compile(node.asString());
			return node.asString();
		}
		catch (com.google.re2j.PatternSyntaxException broken) {
			throw new FormSchema.NotAllowed("pattern " + node.asString());
		}
	}

	private static @Nullable BigDecimal number(JsonNode node) {
		try {
			return node.isMissingNode() || node.isNull() ? null : new BigDecimal(node.asString());
		}
		catch (RuntimeException noNumber) {
			throw new FormSchema.NotAllowed("number " + node);
		}
	}

	private static @Nullable Integer whole(JsonNode node) {
		BigDecimal number = number(node);
		try {
			return number == null ? null : number.intValueExact();
		}
		catch (ArithmeticException noLength) {
			throw new FormSchema.NotAllowed("length " + node);
		}
	}

	private static FormField.@Nullable Condition hidden(String text) {
		if (text.isBlank()) {
			return null;
		}
		Matcher matcher = condition(text);
		if (!matcher.matches()) {
			throw new FormSchema.NotAllowed("condition " + text);
		}
		return new FormField.Condition(matcher.group(1), "=".equals(matcher.group(2)), matcher.group(3));
	}

}
