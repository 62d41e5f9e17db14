package cn.ecopark.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.NewPoint;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.PointSubjects;
import cn.ecopark.form.AnswerRules.Contradiction;
import cn.ecopark.form.FormField;
import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.InputError;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.Reasons;
import cn.ecopark.law.Reasons.Given;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;

/**
 * Asks for the reasons that a decision needs; all that are missing at once, each at its
 * field.
 */
@Component
class ReasonsGiven {

	private final Opinions opinions;

	private final CorrectionPoints points;

	private final PointSubjects subjects;

	private final FormSchemas forms;

	private final RulePacks packs;

	private final Texts texts;

	ReasonsGiven(Opinions opinions, CorrectionPoints points, PointSubjects subjects, FormSchemas forms, RulePacks packs,
			Texts texts) {
		this.subjects = subjects;
		this.opinions = opinions;
		this.points = points;
		this.forms = forms;
		this.packs = packs;
		this.texts = texts;
	}

	/** Adds an error for each reason that is asked for and was not given. */
	void check(WorkItem item, Statement statement, Map<String, InputError> errors) {
		RulePack pack = this.packs.get(item.task().release());
		OutcomeKind outcome = pack.outcome(statement.outcome());
		Given reason = new Given(statement.opinion(), pack.setting("reasonLeastCharacters").number());
		if (outcome.marks().adverse()) {
			ask(errors, () -> Reasons.requireOfAdverseDecision(outcome.label(), reason));
		}
		if (outcome.marks().reasoned()) {
			ask(errors, () -> Reasons.requireWhereNothingElseSpeaks(outcome.label(), reason));
		}
		if (item.form() != null) {
			for (FormSchema.Answered said : this.forms.get(item.form()).answered(statement.form()::text)) {
				said.field()
					.answers()
					.contradictedBy(said.answer(), outcome.code())
					.forEach(rule -> ask(errors, () -> explain(item, said.field(), rule, outcome, reason)));
			}
		}
		String caseId = item.subject().caseId();
		if (outcome.marks().noticeOnce() && caseId != null && hasTold(item, outcome)) {
			Set<String> before = named(caseId, this.points.subjectsRaised(caseId, item.task().stage()), pack);
			Set<String> now = named(caseId, statement.points().stream().map(NewPoint::subject).toList(), pack);
			ask(errors, () -> Reasons.requireOfLatePoints(before, now, reason));
		}
	}

	private void explain(WorkItem item, FormField field, Contradiction rule, OutcomeKind outcome, Given reason) {
		String input = FormSchema.INPUT + field.key();
		String answer = field.wordOf(rule.answer());
		if (rule.said().isEmpty()) {
			Reasons.requireOfContradiction(input, field.label(), answer, outcome.label(), reason);
			return;
		}
		List<String> others = others(item, rule.said());
		if (!others.isEmpty()) {
			String said = this.packs.get(item.task().release()).outcome(rule.said()).label();
			Reasons.requireOfContradiction(input, field.label(), answer, others, said, reason);
		}
	}

	/**
	 * @return the units whose last word in another step of this stage was that
	 */
	private List<String> others(WorkItem item, String said) {
		Map<String, Opinion> last = new LinkedHashMap<>();
		this.opinions.of(item.subject().dossierId())
			.stream()
			.filter(opinion -> opinion.step().stage().equals(item.task().stage())
					&& !opinion.step().taskKey().equals(item.task().taskKey()))
			.forEach(opinion -> last.putIfAbsent(opinion.step().taskKey() + opinion.author().unitId(), opinion));
		return last.values()
			.stream()
			.filter(opinion -> !opinion.secret() && opinion.outcome().equals(said))
			.map(opinion -> opinion.author().unitName())
			.toList();
	}

	private boolean hasTold(WorkItem item, OutcomeKind outcome) {
		return this.opinions.of(item.subject().dossierId())
			.stream()
			.anyMatch(opinion -> opinion.step().stage().equals(item.task().stage())
					&& opinion.step().taskKey().equals(item.task().taskKey())
					&& opinion.outcome().equals(outcome.code()));
	}

	private Set<String> named(String caseId, List<String> subjects, RulePack pack) {
		Map<String, String> labels = this.subjects.labels(caseId, subjects, pack, LocaleContextHolder.getLocale());
		return subjects.stream()
			.map(subject -> subject.isEmpty() ? this.texts.text("worklist.points.whole")
					: labels.getOrDefault(subject, subject))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static void ask(Map<String, InputError> errors, Runnable rule) {
		try {
			rule.run();
		}
		catch (LegalRefusal missing) {
			errors.putIfAbsent(String.valueOf(missing.field()),
					new InputError(missing.wordsKey(), missing.arguments()));
		}
	}

}
