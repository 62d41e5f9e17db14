package cn.ecopark.worklist;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.form.FormField;
import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.FormVersion;
import cn.ecopark.officialdocument.OfficialWords;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * What somebody stated in a form so that documents may say it: fields whose schema names
 * a fact. Of yes and no, only yes states anything.
 */
@Component
public class StatedFacts {

	/** Answers that state nothing. */
	private static final Set<String> NOTHING = Set.of("no", "false");

	private final Opinions opinions;

	private final FormSchemas forms;

	private final OfficialWords naming;

	StatedFacts(Opinions opinions, FormSchemas forms, OfficialWords naming) {
		this.opinions = opinions;
		this.forms = forms;
		this.naming = naming;
	}

	/**
	 * @return what the forms of a case state, each as its filler filled it in last in
	 * that stage: a form that was corrected stands in the place of the one that was
	 * handed in
	 */
	public Facts of(String dossierId) {
		Facts facts = Facts.empty();
		tell(dossierId, facts);
		return facts;
	}

	void tell(String dossierId, Facts facts) {
		List<Opinion> last = new ArrayList<>();
		Set<String> steps = new HashSet<>();
		for (Opinion opinion : this.opinions.of(dossierId)) {
			FormVersion form = opinion.form();
			if (form != null && steps.add(opinion.step().stage() + "/" + opinion.author().role() + "/" + form.id())) {
				last.add(opinion);
			}
		}
		// Where two steps state one fact, the later one does.
		Collections.reverse(last);
		last.forEach(opinion -> tell(opinion, facts));
	}

	private void tell(Opinion opinion, Facts facts) {
		FormVersion form = opinion.form();
		if (form != null) {
			for (FormSchema.Answered answered : this.forms.get(form).answered(opinion::field)) {
				if (!answered.field().answers().fact().isEmpty() && !NOTHING.contains(answered.answer())) {
					tell(answered.field(), answered.answer(), facts);
				}
			}
		}
	}

	private void tell(FormField field, String answer, Facts facts) {
		String fact = field.answers().fact();
		if (field.type() != FormField.Type.DATETIME) {
			facts.text(fact, field.type() == FormField.Type.CHECKBOX ? this.naming.word("officialdocument.fact.yes")
					: field.wordOf(answer));
			return;
		}
		try {
			facts.date(fact, LocalDate.parse(answer));
		}
		catch (DateTimeParseException notKept) {
			throw new IllegalStateException("A date was kept that is none: " + answer, notKept);
		}
	}

}
