package cn.ecopark.worklist;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.dossier.DocumentsOfStep;
import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.InputError;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskRefusals.DocumentStillChecked;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.TaskRefusals.UnknownOutcome;

/**
 * Whether a decision may be taken as it stands; what is wrong with it, field by field.
 */
@Component
class DecisionCheck {

	private final FormSchemas forms;

	private final WorkPanels panels;

	private final CorrectionPoints points;

	private final RulePacks packs;

	private final ReasonsGiven reasons;

	private final OutcomeCounts counts;

	private final KnownDays days;

	DecisionCheck(FormSchemas forms, WorkPanels panels, CorrectionPoints points, RulePacks packs, ReasonsGiven reasons,
			OutcomeCounts counts, KnownDays days) {
		this.counts = counts;
		this.days = days;
		this.reasons = reasons;
		this.forms = forms;
		this.panels = panels;
		this.points = points;
		this.packs = packs;
	}

	/**
	 * @param documents those of the step
	 * @return the fields of the form as they are kept; none with an outcome that goes
	 * without the form
	 * @throws DocumentStillChecked when a document of the step has not been judged yet
	 * @throws UnknownOutcome when the step does not end like that
	 * @throws InvalidSubmission when fields are missing or wrong
	 */
	Map<String, Object> check(WorkItem item, Decision decision, DocumentsOfStep documents) {
		if (!documents.beingChecked().isEmpty()) {
			throw new DocumentStillChecked(named(String.join("|", documents.beingChecked()), item));
		}
		TaskDescription description = item.description();
		Statement statement = decision.statement();
		if (!description.outcomes().contains(statement.outcome())) {
			throw new UnknownOutcome(statement.outcome());
		}
		refuseIfClosed(this.panels.closedOutcomes(item).get(statement.outcome()));
		refuseIfClosed(this.counts.closedOutcomes(item).get(statement.outcome()));
		Map<String, InputError> errors = new LinkedHashMap<>();
		FormSchema form = form(item, statement.outcome());
		if (form != null) {
			form.check(statement.form(), this.days.of(item), errors);
		}
		this.panels.check(item, decision, errors);
		this.reasons.check(item, statement, errors);
		if (description.asksForPoints(statement.outcome())) {
			StatementRules.pointsAreNamed(statement, hasOpenPoints(item), errors);
		}
		StatementRules.opinionIsReadable(statement, errors);
		requiredDocumentsAreThere(item, documents, errors);
		if (!errors.isEmpty()) {
			throw new InvalidSubmission(errors);
		}
		return form == null ? Map.of() : form.kept(statement.form());
	}

	private static void refuseIfClosed(@Nullable LegalRefusal closed) {
		if (closed != null) {
			throw closed;
		}
	}

	private void requiredDocumentsAreThere(WorkItem item, DocumentsOfStep documents, Map<String, InputError> errors) {
		item.description()
			.missingAmong(documents.present())
			.forEach(missing -> errors.put("document." + missing,
					new InputError("task.error.document-missing", named(missing, item))));
	}

	private @Nullable FormSchema form(WorkItem item, String outcome) {
		return item.form() == null || this.packs.get(item.task().release()).outcome(outcome).marks().withoutForm()
				? null : this.forms.get(item.form());
	}

	private boolean hasOpenPoints(WorkItem item) {
		String caseId = item.subject().caseId();
		return caseId != null && !this.points.of(caseId, CorrectionPoints.State.OPEN).isEmpty();
	}

	/**
	 * @return what the required documents are called; one of several is enough
	 */
	private String named(String required, WorkItem item) {
		RulePack pack = this.packs.get(item.task().release());
		return Arrays.stream(required.split("\\|"))
			.map(kind -> pack.document(kind).label())
			.collect(Collectors.joining(" / "));
	}

}
