package cn.ecopark.casefile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.form.FormSchemas;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;

/**
 * What correction points may be about: a document that was handed in, a field of the form
 * that was filled in, or the whole.
 */
@Component
public class PointSubjects {

	private static final String DOCUMENT = "document:";

	private static final String FIELD = "field:";

	private final Opinions opinions;

	private final FormSchemas forms;

	PointSubjects(Opinions opinions, FormSchemas forms) {
		this.opinions = opinions;
		this.forms = forms;
	}

	/**
	 * What a point may be about.
	 *
	 * @param subject as the point keeps it
	 */
	public record Target(String subject, String label) {
	}

	public static Target ofDocument(DocumentKind kind, Locale locale) {
		return new Target(DOCUMENT + kind.key(), Texts.english(locale) ? kind.englishLabel() : kind.label());
	}

	/**
	 * @return kind of the document that the subject is; empty when it is something else
	 */
	public static Optional<String> documentOf(String subject) {
		return after(DOCUMENT, subject);
	}

	/**
	 * @return key of the field that the subject is; empty when it is something else
	 */
	public static Optional<String> fieldOf(String subject) {
		return after(FIELD, subject);
	}

	private static Optional<String> after(String mark, String subject) {
		return subject.startsWith(mark) ? Optional.of(subject.substring(mark.length())) : Optional.empty();
	}

	/**
	 * @return the fields that the park filled in last in that stage, which it may be
	 * asked to correct
	 */
	public List<Target> fieldsFilledIn(String caseId, String stage) {
		return this.opinions.formOfPark(caseId, stage)
			.stream()
			.flatMap(opinion -> Optional.ofNullable(opinion.form()).stream())
			.flatMap(form -> this.forms.get(form).inputs().stream())
			.map(field -> new Target(FIELD + field.key(), field.label()))
			.toList();
	}

	/**
	 * @param subjects as points keep them
	 * @return what each is in words; nothing for the whole
	 */
	public Map<String, String> labels(String caseId, Collection<String> subjects, RulePack pack, Locale locale) {
		Map<String, String> labels = new HashMap<>();
		subjects.forEach(subject -> documentOf(subject).map(pack.documents()::get)
			.ifPresent(kind -> labels.put(subject, ofDocument(kind, locale).label())));
		if (subjects.stream().anyMatch(subject -> fieldOf(subject).isPresent())) {
			this.opinions.formsOfPark(caseId)
				.forEach(form -> this.forms.get(form)
					.inputs()
					.forEach(field -> labels.put(FIELD + field.key(), field.label())));
		}
		return labels;
	}

}
