package cn.ecopark.casefile;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.form.FormField;
import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.FormVersion;
import cn.ecopark.shared.Texts;

/** What the form of a step was filled in with, worded as the form words it. */
@Component
public class FormAnswers {

	private final FormSchemas forms;

	private final Texts texts;

	FormAnswers(FormSchemas forms, Texts texts) {
		this.forms = forms;
		this.texts = texts;
	}

	/**
	 * One answer.
	 *
	 * @param key of the field
	 * @param group heading that the field stands under; empty where it stands alone
	 * @param value in words
	 */
	public record Answer(String key, String group, String label, String value) {
	}

	/**
	 * Checks no rights: {@link Disclosure} does.
	 * @return what was answered, in the order of the form; nothing for a step without
	 * form
	 */
	public List<Answer> of(Opinion opinion, Locale locale) {
		FormVersion form = opinion.form();
		return form == null ? List.of()
				: this.forms.get(form)
					.answered(opinion::field)
					.stream()
					.map(answered -> new Answer(answered.field().key(), answered.group(), answered.field().label(),
							value(answered, locale)))
					.toList();
	}

	private String value(FormSchema.Answered answered, Locale locale) {
		return answered.field().type() == FormField.Type.CHECKBOX
				? this.texts.in(locale, Boolean.parseBoolean(answered.answer()) ? "web.yes" : "web.no")
				: answered.field().wordOf(answered.answer());
	}

}
