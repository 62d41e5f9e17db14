package cn.ecopark.worklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.worklist.DateOrder.Bound;
import cn.ecopark.worklist.FormField.Choice;
import cn.ecopark.worklist.FormField.Condition;
import cn.ecopark.worklist.FormField.Rule;
import cn.ecopark.worklist.FormField.Type;
import cn.ecopark.worklist.TaskRefusals.FieldError;

/**
 * A form-js schema, as far as this system allows it: the single source of the page and of
 * the check on the server.
 */
public final class FormSchema {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern CONDITION = Pattern.compile("\\s*=\\s*(\\w+)\\s*(=|!=)\\s*\"([^\"]*)\"\\s*");

	/** The custom properties a component may have. */
	private static final Set<String> PROPERTIES = Set.of("contradicts", "contradictsOthers", "fact", "notBefore",
			"notAfter");

	private static final Set<String> LAYOUT = Set.of("separator", "spacer");

	/** What names of form fields begin with on the page. */
	public static final String INPUT = "f.";

	private final String id;

	private final List<FormField> fields;

	private FormSchema(String id, List<FormField> fields) {
		this.id = id;
		this.fields = List.copyOf(fields);
		eachInput(this.fields, field -> field.order().others().forEach(other -> requireOtherDate(field, other)));
	}

	private void requireOtherDate(FormField field, String other) {
		if (other.equals(field.key()) || date(other).isEmpty()) {
			throw new NotAllowed("order of dates " + field.key() + " and " + other);
		}
	}

	private Optional<FormField> date(String key) {
		return inputs().stream().filter(field -> field.type() == Type.DATETIME && field.key().equals(key)).findFirst();
	}

	/**
	 * @return the schema
	 * @throws NotAllowed when it uses a component or condition that the server could not
	 * check
	 */
	public static FormSchema parse(String json) {
		JsonNode root;
		try {
			root = JSON.readTree(withoutMark(json));
		}
		catch (RuntimeException unreadable) {
			throw new NotAllowed("not JSON");
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

	public String id() {
		return this.id;
	}

	public List<FormField> fields() {
		return this.fields;
	}

	/**
	 * Adds an error for each field whose value the schema does not allow. Dates are
	 * compared only with dates that could be understood.
	 * @param known days that no field holds, by the words schemas have for them
	 */
	public void check(FormValues values, Map<String, LocalDate> known, Map<String, FieldError> errors) {
		eachInput(this.fields, field -> {
			if (isAsked(field, values)) {
				FieldError error = FieldRules.check(field, values.get(field.key()));
				if (error == null) {
					error = values.day(field.key())
						.map(day -> field.order().check(field.label(), day, key -> bound(key, values, known)))
						.orElse(null);
				}
				if (error != null) {
					errors.put(INPUT + field.key(), error);
				}
			}
		});
	}

	private Optional<Bound> bound(String key, FormValues values, Map<String, LocalDate> known) {
		if (DateOrder.isKnown(key)) {
			return Optional.ofNullable(known.get(key)).map(day -> new Bound("", day));
		}
		return date(key).filter(field -> isAsked(field, values) && FieldRules.check(field, values.get(key)) == null)
			.flatMap(field -> values.day(key).map(day -> new Bound(field.label(), day)));
	}

	/**
	 * @return the values of the fields that were asked, as they are kept; what the schema
	 * does not know is dropped, a box that was not ticked says no
	 */
	public Map<String, Object> kept(FormValues values) {
		Map<String, Object> kept = new LinkedHashMap<>();
		eachInput(this.fields, field -> {
			if (isAsked(field, values)) {
				FormValue value = values.get(field.key());
				if (field.type() == Type.CHECKBOX) {
					kept.put(field.key(), !values.text(field.key()).isEmpty());
				}
				else if (value != null && !value.text().isEmpty()) {
					kept.put(field.key(), value.kept());
				}
			}
		});
		return kept;
	}

	/** Hands over each field that was asked, with what was answered to it, in words. */
	void eachAnswer(UnaryOperator<String> answers, BiConsumer<FormField, String> action) {
		eachInput(this.fields, field -> {
			String answer = answers.apply(field.key());
			if (!answer.isEmpty() && isAsked(field, answers)) {
				action.accept(field, answer);
			}
		});
	}

	/**
	 * @return every field that takes a value, whether it is asked or hidden, groups
	 * opened
	 */
	public List<FormField> inputs() {
		List<FormField> inputs = new ArrayList<>();
		eachInput(this.fields, inputs::add);
		return inputs;
	}

	/**
	 * @return the outcomes of the step that answers of this form may contradict
	 */
	public Set<String> outcomesContradicted() {
		Set<String> outcomes = new TreeSet<>();
		eachInput(this.fields, field -> outcomes.addAll(field.answers().outcomes()));
		return outcomes;
	}

	private static boolean isAsked(FormField field, FormValues values) {
		return isAsked(field, values::text);
	}

	private static boolean isAsked(FormField field, UnaryOperator<String> answers) {
		Condition hide = field.hide();
		return hide == null || !hide.holds(answers.apply(hide.field()));
	}

	private static void eachInput(List<FormField> fields, Consumer<FormField> action) {
		for (FormField field : fields) {
			if (field.isInput()) {
				action.accept(field);
			}
			eachInput(field.children(), action);
		}
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
		Type type = type(node.path("type").asString(""));
		List<Choice> choices = new ArrayList<>();
		for (JsonNode choice : node.path("values")) {
			choices.add(new Choice(choice.path("value").asString(""), choice.path("label").asString("")));
		}
		JsonNode preset = node.path("defaultValue");
		String label = type == Type.TEXT ? node.path("text").asString("")
				: node.path(type == Type.DATETIME ? "dateLabel" : "label").asString(node.path("label").asString(""));
		return new FormField(type, node.path("key").asString(""), label, node.path("description").asString(""), choices,
				rule(node.path("validate")), hidden(node.path("conditional").path("hide").asString("")),
				preset.isMissingNode() || preset.isNull() ? null : preset.asString(),
				components(node.path("components")), answers(node.path("properties")),
				order(type, node.path("properties")));
	}

	private static DateOrder order(Type type, JsonNode properties) {
		properties.propertyNames().forEach(name -> {
			if (!PROPERTIES.contains(name)) {
				throw new NotAllowed("property " + name);
			}
		});
		DateOrder order = DateOrder.of(properties.path("notBefore").asString(""),
				properties.path("notAfter").asString(""));
		if (type != Type.DATETIME && !order.isNone()) {
			throw new NotAllowed("order of dates at " + type);
		}
		return order;
	}

	private static AnswerRules answers(JsonNode properties) {
		try {
			return AnswerRules.of(properties.path("contradicts").asString(""),
					properties.path("contradictsOthers").asString(""), properties.path("fact").asString(""));
		}
		catch (IllegalArgumentException unreadable) {
			throw new NotAllowed("property " + unreadable.getMessage());
		}
	}

	private static Type type(String name) {
		try {
			return Type.valueOf(name.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException unknown) {
			throw new NotAllowed("component " + name);
		}
	}

	private static Rule rule(JsonNode node) {
		return new Rule(node.path("required").asBoolean(false), number(node.path("min")), number(node.path("max")),
				whole(node.path("minLength")), whole(node.path("maxLength")), pattern(node.path("pattern")));
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
			throw new NotAllowed("pattern " + node.asString());
		}
	}

	private static @Nullable BigDecimal number(JsonNode node) {
		try {
			return node.isMissingNode() || node.isNull() ? null : new BigDecimal(node.asString());
		}
		catch (RuntimeException noNumber) {
			throw new NotAllowed("number " + node);
		}
	}

	private static @Nullable Integer whole(JsonNode node) {
		BigDecimal number = number(node);
		try {
			return number == null ? null : number.intValueExact();
		}
		catch (ArithmeticException noLength) {
			throw new NotAllowed("length " + node);
		}
	}

	private static @Nullable Condition hidden(String text) {
		if (text.isBlank()) {
			return null;
		}
		Matcher matcher = condition(text);
		if (!matcher.matches()) {
			throw new NotAllowed("condition " + text);
		}
		return new Condition(matcher.group(1), "=".equals(matcher.group(2)), matcher.group(3));
	}

	/** The schema uses what this system does not allow. */
	public static final class NotAllowed extends RuntimeException {

		private final String what;

		NotAllowed(String what) {
			super("Form schema not allowed: " + what);
			this.what = what;
		}

		/**
		 * @return the component, property or value that is not allowed
		 */
		public String what() {
			return this.what;
		}

	}

}
