package cn.ecopark.worklist.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.form.DateOrder;
import cn.ecopark.form.FormField;
import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormSchemas;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.InputField;
import cn.ecopark.web.view.InputField.Hide;
import cn.ecopark.web.view.InputField.Limits;
import cn.ecopark.worklist.FieldSuggestions;
import cn.ecopark.worklist.KnownDays;
import cn.ecopark.worklist.WorkItem;

/** Draws the fields of a step's form with what was entered and what is wrong with it. */
@Component
public class FormFields {

	private final FormSchemas schemas;

	private final KnownDays days;

	private final List<FieldSuggestions> suggestions;

	FormFields(FormSchemas schemas, KnownDays days, List<FieldSuggestions> suggestions) {
		this.suggestions = suggestions;
		this.schemas = schemas;
		this.days = days;
	}

	/**
	 * @param entered what was typed so far
	 * @param problems what is wrong, in words, by name of the input
	 * @return the fields; none for a step without form
	 */
	public List<InputField> of(WorkItem item, Entered entered, Map<String, String> problems) {
		return of(item, entered, problems, suggested(item, entered));
	}

	/**
	 * @param before what was filled in the last time, by key of the field; empty for
	 * nothing
	 * @return the fields, filled in as before until something is typed
	 */
	List<InputField> of(WorkItem item, Entered entered, Map<String, String> problems, UnaryOperator<String> before) {
		return item.form() == null ? List.of() : fields(this.schemas.get(item.form()).fields(),
				new Source(entered, before, problems, this.days.of(item)));
	}

	/** Asked for only where nothing has been typed yet. */
	private UnaryOperator<String> suggested(WorkItem item, Entered entered) {
		Map<String, String> all = new HashMap<>();
		if (item.isOpen() && item.form() != null && entered.token().isEmpty()) {
			this.suggestions.forEach(source -> all.putAll(source.of(item)));
		}
		return key -> all.getOrDefault(key, "");
	}

	/** What the fields are drawn from. */
	private record Source(Entered entered, UnaryOperator<String> before, Map<String, String> problems,
			Map<String, LocalDate> known) {

		String value(FormField field) {
			String typed = this.entered.form(field.key());
			if (!this.entered.token().isEmpty() || !typed.isEmpty()) {
				return typed;
			}
			String earlier = this.before.apply(field.key());
			return !earlier.isEmpty() || field.preset() == null ? earlier : field.preset().toString();
		}

	}

	private static List<InputField> fields(List<FormField> fields, Source source) {
		return fields.stream().map(field -> field(field, source)).toList();
	}

	private static InputField field(FormField field, Source source) {
		String value = source.value(field);
		FormField.Condition hide = field.hide();
		return new InputField(field.key(), type(field.type()), field.label(), empty(field.help()),
				field.rule().required(), value,
				field.choices()
					.stream()
					.map(choice -> new Choice(choice.value(), choice.label(), choice.value().equals(value)))
					.toList(),
				source.problems().get(FormSchema.INPUT + field.key()), limits(field, source.known()),
				hide == null ? null : new Hide(hide.field(), hide.equal(), hide.value()),
				fields(field.children(), source));
	}

	private static InputField.Type type(FormField.Type type) {
		return switch (type) {
			case TEXTFIELD -> InputField.Type.TEXT;
			case TEXTAREA -> InputField.Type.TEXTAREA;
			case NUMBER -> InputField.Type.NUMBER;
			case SELECT -> InputField.Type.SELECT;
			case RADIO -> InputField.Type.RADIO;
			case CHECKBOX -> InputField.Type.CHECKBOX;
			case DATETIME -> InputField.Type.DATE;
			case GROUP -> InputField.Type.GROUP;
			case TEXT -> InputField.Type.NOTE;
		};
	}

	/** Between which other dates a date stands is followed by the page as they change. */
	private static Limits limits(FormField field, Map<String, LocalDate> known) {
		if (field.type() == FormField.Type.DATETIME) {
			DateOrder order = field.order();
			return Limits.ofDate(order.firstDay(known).toString(), order.lastDay(known).toString(),
					inputs(order.notBefore()), inputs(order.notAfter()));
		}
		FormField.Rule rule = field.rule();
		return new Limits(text(rule.min()), text(rule.max()), rule.step(), rule.minLength(), rule.maxLength(),
				rule.pattern());
	}

	/** Names of the inputs that hold the other dates, parted by a space. */
	private static @Nullable String inputs(List<String> keys) {
		return empty(keys.stream()
			.filter(key -> !DateOrder.isKnown(key))
			.map(FormSchema.INPUT::concat)
			.collect(Collectors.joining(" ")));
	}

	private static @Nullable String text(@Nullable BigDecimal number) {
		return number == null ? null : number.toPlainString();
	}

	private static @Nullable String empty(String text) {
		return text.isEmpty() ? null : text;
	}

}
