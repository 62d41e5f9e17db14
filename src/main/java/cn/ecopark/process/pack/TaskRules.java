package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Element;

import cn.ecopark.form.FormSchema;
import cn.ecopark.organisation.Audience;
import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;

/**
 * What a user task must say so that somebody can do it: whose it is, how it may end, what
 * is asked, handed in and issued with it, and by when.
 */
final class TaskRules {

	private static final Set<String> YES_OR_NO = Set.of("true", "false");

	/** 拟办; 拟办, 签发; 拟办, 审核, 签发. */
	private static final Set<String> SIGNATURES = Set.of("1", "2", "3");

	/** Issued whatever the step ends with. */
	private static final String ANY_OUTCOME = "*";

	private final RulePack pack;

	private final Models models;

	private final ModelFindings findings;

	TaskRules(RulePack pack, Models models, ModelFindings findings) {
		this.pack = pack;
		this.models = models;
		this.findings = findings;
	}

	void check(Element task) {
		Map<String, String> properties = ModelElements.propertiesOf(task);
		if (isBare(task, properties)) {
			this.findings.error(task, "bare-step");
			return;
		}
		if (task.getAttribute("name").isBlank()) {
			this.findings.error(task, "no-name");
		}
		checkRole(task);
		checkOutcomes(task, properties);
		checkSilence(task, properties);
		checkDocuments(task, properties);
		checkIssues(task, properties);
		checkWords(task, properties);
		checkSignatures(task, properties);
		String limit = properties.get("limit");
		if (limit != null) {
			checkLimit(task, limit);
		}
		checkForm(task, properties);
	}

	/** As other tools draw a step: all that is missing follows from one cause. */
	private static boolean isBare(Element task, Map<String, String> properties) {
		return properties.isEmpty() && ModelElements.camunda(task, "candidateGroups").isEmpty();
	}

	private void checkRole(Element task) {
		String role = ModelElements.camunda(task, "candidateGroups");
		boolean each = ModelElements.isForEach(task);
		if (!this.pack.roles().containsKey(role)) {
			this.findings.error(task, "no-role", role);
		}
		else if (!each && !PurposeRules.purposeOf(task).isForEach().orElse(false)
				&& this.models.diagrams().rolesOfSeveral().contains(role)) {
			this.findings.error(task, "role-of-several", Said.role(this.pack.role(role)));
		}
		if (each) {
			Element loop = ModelElements.childrenOf(task, "multiInstanceLoopCharacteristics").get(0);
			if (ModelElements.camunda(loop, "collection").isEmpty()
					|| ModelElements.camunda(loop, "elementVariable").isEmpty()) {
				this.findings.error(task, "each-of-whom");
			}
		}
	}

	private void checkForm(Element task, Map<String, String> properties) {
		String form = ModelElements.camunda(task, "formRef");
		if (form.isEmpty()) {
			return;
		}
		String schema = this.models.forms().get(form);
		if (schema == null) {
			this.findings.error(task, "unknown-form", form);
			return;
		}
		if (!"deployment".equals(ModelElements.camunda(task, "formRefBinding"))) {
			this.findings.error(task, "form-of-another-release", form);
		}
		checkAnswers(task, schema, ModelElements.list(properties.get("outcomes")));
	}

	private void checkOutcomes(Element task, Map<String, String> properties) {
		List<String> codes = ModelElements.list(properties.get("outcomes"));
		if (codes.isEmpty()) {
			this.findings.missing(task, "no-outcomes");
			return;
		}
		checkCodes(task, codes, "unknown-outcome");
		checkCodes(task, ModelElements.list(properties.get("choices")), "unknown-choice");
		if (PurposeRules.purposeOf(task).isRanked() && codes.stream()
			.noneMatch(code -> this.pack.outcomes().containsKey(code) && this.pack.outcome(code).rank() != null)) {
			this.findings.error(task, "no-ranked-outcome");
		}
		ModelElements.list(properties.get("points"))
			.stream()
			.filter(code -> !codes.contains(code))
			.forEach(code -> this.findings.error(task, "points-for-no-outcome", Said.outcome(this.pack, code)));
	}

	private void checkCodes(Element task, List<String> codes, String key) {
		codes.stream()
			.filter(code -> !this.pack.outcomes().containsKey(code))
			.forEach(code -> this.findings.error(task, key, code));
	}

	/**
	 * What stands for silence is a word for silence only, at a step where one person or
	 * unit answers and nobody votes.
	 */
	private void checkSilence(Element task, Map<String, String> properties) {
		String silence = properties.get("silence");
		if (silence == null) {
			return;
		}
		OutcomeKind known = this.pack.outcomes().get(silence);
		if (known == null || !known.marks().silence()) {
			this.findings.error(task, "no-word-for-silence", Said.outcome(this.pack, silence));
		}
		if (ModelElements.list(properties.get("outcomes")).contains(silence)) {
			this.findings.error(task, "silence-chosen", Said.outcome(this.pack, silence));
		}
		if (PurposeRules.purposeOf(task).isVote() || ModelElements.isForEach(task)) {
			this.findings.error(task, "silence-for-a-vote", Said.outcome(this.pack, silence));
		}
	}

	/** A slip in what an answer contradicts would let every answer pass. */
	private void checkAnswers(Element task, String form, List<String> outcomes) {
		try {
			FormSchema.parse(form)
				.outcomesContradicted()
				.stream()
				.filter(code -> !outcomes.contains(code))
				.forEach(
						code -> this.findings.error(task, "answer-contradicts-nothing", Said.outcome(this.pack, code)));
		}
		catch (FormSchema.NotAllowed faulty) {
			// The form's own check tells what is wrong with it.
			return;
		}
	}

	private void checkDocuments(Element task, Map<String, String> properties) {
		List<String> documents = new ArrayList<>(ModelElements.list(properties.get("documents")));
		documents.addAll(ModelElements.list(properties.get("optionalDocuments")));
		documents.stream()
			.flatMap(document -> Arrays.stream(document.split("\\|", -1)))
			.forEach(document -> checkDocument(task, document));
	}

	/** What is issued is named alone, or behind the outcome it is issued with. */
	void checkIssues(Element task, Map<String, String> properties) {
		for (String issue : ModelElements.list(properties.get("issues"))) {
			String[] parts = issue.split(":", -1);
			if (parts.length > 2) {
				this.findings.error(task, "unreadable-issue", issue);
				continue;
			}
			if (parts.length == 2 && !ANY_OUTCOME.equals(parts[0]) && !this.pack.outcomes().containsKey(parts[0])) {
				this.findings.error(task, "unknown-outcome", parts[0]);
			}
			checkDocument(task, parts[parts.length - 1]);
		}
	}

	private void checkDocument(Element task, String document) {
		if (!this.pack.documents().containsKey(document)) {
			this.findings.error(task, "unknown-paper", document);
		}
	}

	private void checkWords(Element task, Map<String, String> properties) {
		String audience = properties.getOrDefault("audience", Audience.AUTHORITIES.name());
		if (Arrays.stream(Audience.values()).noneMatch(known -> known.name().equals(audience))) {
			this.findings.error(task, "unknown-audience", audience);
		}
		String secret = properties.getOrDefault("secret", "false");
		if (!YES_OR_NO.contains(secret)) {
			this.findings.error(task, "neither-yes-nor-no", secret);
		}
		String batch = properties.get("batch");
		if (batch != null) {
			Procedure procedure = this.pack.procedures().get(batch);
			if (procedure == null || procedure.kind() != Procedure.Kind.BATCH) {
				this.findings.error(task, "no-batch", batch);
			}
		}
	}

	/**
	 * Colleagues sign for a unit; an expert speaks for himself, and nobody decides in a
	 * step that waits to be composed.
	 */
	private void checkSignatures(Element task, Map<String, String> properties) {
		String signatures = properties.getOrDefault(TaskElements.SIGNATURES, "1");
		if (!SIGNATURES.contains(signatures)) {
			this.findings.error(task, "no-number-of-signatures", signatures);
			return;
		}
		Role role = this.pack.roles().get(ModelElements.camunda(task, "candidateGroups"));
		boolean ofAPerson = role != null && role.resolve().isOfPersons();
		if (!"1".equals(signatures) && (ofAPerson || properties.containsKey("batch"))) {
			this.findings.error(task, "signatures-of-no-unit", signatures);
		}
	}

	/** A task is not taken away at the end of a limit that its holder is not told of. */
	private void checkLimit(Element task, String limit) {
		if (!this.pack.limits().containsKey(limit)) {
			this.findings.error(task, "unknown-limit", limit);
			return;
		}
		LimitTimers.boundaryEventsOf(task)
			.forEach(event -> LimitTimers.interruptsAtTheEndOf(event)
				.filter(ending -> !ending.equals(limit) && this.pack.limits().containsKey(ending))
				.ifPresent(ending -> this.findings.error(event, "interrupted-by-another-limit",
						Said.limit(this.pack, limit), Said.limit(this.pack, ending))));
	}

}
