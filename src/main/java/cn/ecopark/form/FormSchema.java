package cn.ecopark.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import cn.ecopark.form.DateOrder.Bound;
import cn.ecopark.form.FormField.Condition;

/**
 * A form-js schema, as far as this system allows it: the single source of the page and of
 * the check on the server.
 */
public final class FormSchema {

	/** What names of form fields begin with on the page. */
	public static final String INPUT = "f.";

	private final String id;

	private final List<FormField> fields;

	FormSchema(String id, List<FormField> fields) {
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
		return inputs().stream()
			.filter(field -> field.type() == FormField.Type.DATETIME && field.key().equals(key))
			.findFirst();
	}

	/**
	 * @return the schema
	 * @throws NotAllowed when it uses a component or condition that the server could not
	 * check
	 */
	public static FormSchema parse(String json) {
		return FormSchemaReader.read(json);
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
	public void check(FormValues values, Map<String, LocalDate> known, Map<String, InputError> errors) {
		eachInput(this.fields, field -> {
			if (isAsked(field, values)) {
				InputError error = FieldRules.check(field, values.get(field.key()));
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
				if (field.type() == FormField.Type.CHECKBOX) {
					kept.put(field.key(), !values.text(field.key()).isEmpty());
				}
				else if (value != null && !value.text().isEmpty()) {
					kept.put(field.key(), value.kept());
				}
			}
		});
		return kept;
	}

	/**
	 * A field that was asked, with what was answered.
	 *
	 * @param group heading that the field stands under; empty where it stands alone
	 * @param answer as it was kept: the value of a choice, not its words
	 */
	public record Answered(String group, FormField field, String answer) {
	}

	/**
	 * @param answers what was kept, by key of the field; empty where it was left out
	 * @return each field that was asked and answered, in the order of the form
	 */
	public List<Answered> answered(UnaryOperator<String> answers) {
		List<Answered> found = new ArrayList<>();
		answered("", this.fields, answers, found);
		return found;
	}

	private static void answered(String group, List<FormField> fields, UnaryOperator<String> answers,
			List<Answered> found) {
		for (FormField field : fields) {
			String answer = field.isInput() ? answers.apply(field.key()) : "";
			if (!answer.isEmpty() && isAsked(field, answers)) {
				found.add(new Answered(group, field, answer));
			}
			answered(field.label(), field.children(), answers, found);
		}
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
