package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.casefile.Audience;
import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.worklist.FormField;
import cn.ecopark.worklist.FormSchema;

/**
 * What a diagram must say so that the system can carry it out: complete user tasks,
 * called diagrams that exist, results the pack knows.
 */
final class DiagramRules {

	/** Extensions that the engine reads once for each element. */
	private static final Set<String> ONCE = Set.of("properties", "inputOutput");

	private static final Set<String> YES_OR_NO = Set.of("true", "false");

	/** Issued whatever the step ends with. */
	private static final String ANY_OUTCOME = "*";

	private final String process;

	private final RulePack pack;

	private final Models models;

	private final Findings findings;

	DiagramRules(String process, RulePack pack, Models models, Findings findings) {
		this.process = process;
		this.pack = pack;
		this.models = models;
		this.findings = findings;
	}

	void check(Document document) {
		List<Element> processes = ModelElements.of(document, "process");
		if (processes.size() != 1 || !this.process.equals(processes.get(0).getAttribute("id"))) {
			this.findings.error(0, "", "one-process", this.process);
		}
		else if (!"true".equals(processes.get(0).getAttribute("isExecutable"))) {
			this.findings.error(processes.get(0), "not-executable");
		}
		checkProperties(document.getDocumentElement());
		ModelElements.of(document, "userTask").forEach(this::checkUserTask);
		ModelElements.of(document, "serviceTask").forEach(task -> {
			String called = ModelElements.camunda(task, "delegateExpression");
			if (called.isEmpty()) {
				this.findings.error(task, "does-nothing");
			}
			effectOf(task).ifPresent(effect -> checkEffect(task, effect, document));
			checkIssues(task, ModelElements.propertiesOf(task));
		});
		ModelElements.of(document, "callActivity").forEach(this::checkCall);
		ModelElements.of(document, "endEvent").forEach(this::checkEnd);
		ModelElements.of(document, "message")
			.stream()
			.filter(message -> !CaseMessage.isKnown(message.getAttribute("name")))
			.forEach(message -> this.findings.error(message, "message-of-nobody", message.getAttribute("name")));
	}

	/**
	 * @return what the step does; empty where it does nothing that is known
	 */
	static Optional<Effect> effectOf(Element serviceTask) {
		String called = ModelElements.camunda(serviceTask, "delegateExpression").strip();
		return called.startsWith("${") && called.endsWith("}")
				? Effect.named(called.substring(2, called.length() - 1).strip()) : Optional.empty();
	}

	private void checkEffect(Element task, Effect effect, Document document) {
		Procedure procedure = this.pack.procedures().get(this.process);
		if (procedure != null && !effect.standsIn().contains(procedure.kind())) {
			this.findings.error(task, "effect-out-of-place", effect.text());
			return;
		}
		Set<Purpose> there = ModelElements.of(document, "userTask")
			.stream()
			.map(DiagramRules::purposeOf)
			.collect(Collectors.toSet());
		effect.needs()
			.stream()
			.filter(needed -> !there.contains(needed))
			.sorted()
			.forEach(needed -> this.findings.error(task, "effect-without-step", effect.text(), needed.name()));
	}

	/**
	 * @return what the step is for; what cannot be read is told by its own finding
	 */
	static Purpose purposeOf(Element task) {
		return Optional.ofNullable(ModelElements.propertiesOf(task).get("purpose"))
			.flatMap(Purpose::named)
			.orElse(Purpose.ORDINARY);
	}

	/** What nobody reads was meant for somebody. */
	private void checkProperties(Element element) {
		if (ModelVocabulary.isOnlyDrawn(element)) {
			return;
		}
		for (String extension : ONCE) {
			if (ModelElements.childrenOf(element)
				.stream()
				.filter(child -> ModelElements.isCamunda(child, extension))
				.count() > 1) {
				this.findings.error(element.getParentNode() instanceof Element step ? step : element, "extension-twice",
						extension);
			}
		}
		Set<String> named = new HashSet<>();
		for (Element property : ModelElements.extensionsOf(element, "property")) {
			String name = property.getAttribute("name");
			if (!KnownProperties.ALL.knows(element.getLocalName(), name)) {
				KnownProperties.ALL.meantBy(element.getLocalName(), name)
					.ifPresentOrElse(meant -> this.findings.error(element, "misspelt-property", name, meant),
							() -> this.findings.error(element, "unknown-property", name));
			}
			else if (!named.add(name)) {
				this.findings.error(element, "property-twice", name);
			}
		}
		ModelElements.childrenOf(element).forEach(this::checkProperties);
	}

	private void checkUserTask(Element task) {
		Map<String, String> properties = ModelElements.propertiesOf(task);
		if (task.getAttribute("name").isBlank()) {
			this.findings.error(task, "no-name");
		}
		checkRole(task);
		String declared = properties.get("purpose");
		if (declared != null && Purpose.named(declared).isEmpty()) {
			this.findings.error(task, "no-purpose", declared);
		}
		checkPurpose(task, purposeOf(task), properties);
		checkOutcomes(task, properties);
		checkSilence(task, properties);
		checkPapers(task, properties);
		checkIssues(task, properties);
		checkWords(task, properties);
		String limit = properties.get("limit");
		if (limit != null) {
			checkLimit(task, limit);
		}
		checkForm(task, properties);
	}

	/** A step offers what is needed to fulfil its purpose. */
	private void checkPurpose(Element task, Purpose purpose, Map<String, String> properties) {
		Procedure procedure = this.pack.procedures().get(this.process);
		if (procedure != null && !purpose.standsIn().isEmpty() && !purpose.standsIn().contains(procedure.kind())) {
			this.findings.error(task, "purpose-out-of-place", purpose.name());
			return;
		}
		offers(task, purpose, purpose.offers(), ModelElements.list(properties.get("outcomes")),
				"purpose-lacks-outcome");
		offers(task, purpose, purpose.offersForEachPark(), ModelElements.list(properties.get("choices")),
				"purpose-lacks-choice");
		purpose.isForEach()
			.filter(each -> each != ModelElements.isForEach(task))
			.ifPresent(each -> this.findings.error(task, each ? "purpose-of-each" : "purpose-of-one", purpose.name()));
		checkComposition(task, properties);
		checkFields(task, purpose);
	}

	/** A batch that there is not is told by its own finding. */
	private void checkComposition(Element task, Map<String, String> properties) {
		boolean composes = purposeOf(task) == Purpose.COMPOSITION;
		String batch = properties.get("batch");
		if (composes && batch == null) {
			this.findings.error(task, "composes-nothing");
		}
		if (!composes && batch != null && this.pack.hasBatches(batch)) {
			this.findings.error(task, "batch-without-composition");
		}
		if (composes && ModelElements.list(properties.get("outcomes")).size() > 1) {
			this.findings.error(task, "composes-in-one-way");
		}
	}

	private void offers(Element task, Purpose purpose, Set<Meaning> asked, List<String> codes, String key) {
		asked.stream()
			.filter(meaning -> codes.stream().noneMatch(code -> this.pack.means(code, meaning)))
			.sorted()
			.forEach(meaning -> this.findings.error(task, key, purpose.name(), meaning.name()));
	}

	/** A form that cannot be read, or is none, is told by its own finding. */
	private void checkFields(Element task, Purpose purpose) {
		String form = ModelElements.camunda(task, "formRef");
		String schema = this.models.forms().get(form);
		if (purpose.fields().isEmpty() || schema == null && !form.isEmpty()) {
			return;
		}
		try {
			Set<String> keys = schema == null ? Set.of()
					: FormSchema.parse(schema).inputs().stream().map(FormField::key).collect(Collectors.toSet());
			purpose.fields()
				.stream()
				.filter(field -> !keys.contains(field))
				.forEach(field -> this.findings.error(task, "purpose-lacks-field", purpose.name(), field));
		}
		catch (FormSchema.NotAllowed faulty) {
			return;
		}
	}

	private void checkRole(Element task) {
		String role = ModelElements.camunda(task, "candidateGroups");
		boolean each = ModelElements.isForEach(task);
		if (!this.pack.roles().containsKey(role)) {
			this.findings.error(task, "no-role", role);
		}
		else if (!each && this.models.diagrams().rolesOfSeveral().contains(role)) {
			this.findings.error(task, "role-of-several", this.pack.role(role).label());
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
			missing(task, "no-outcomes");
			return;
		}
		checkCodes(task, codes, "unknown-outcome");
		checkCodes(task, ModelElements.list(properties.get("choices")), "unknown-choice");
		if (purposeOf(task).isRanked() && codes.stream()
			.noneMatch(code -> this.pack.outcomes().containsKey(code) && this.pack.outcome(code).rank() != null)) {
			this.findings.error(task, "no-ranked-outcome");
		}
		ModelElements.list(properties.get("points"))
			.stream()
			.filter(code -> !codes.contains(code))
			.forEach(code -> this.findings.error(task, "points-for-no-outcome", code));
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
			this.findings.error(task, "no-word-for-silence", silence);
		}
		if (ModelElements.list(properties.get("outcomes")).contains(silence)) {
			this.findings.error(task, "silence-chosen", silence);
		}
		if (purposeOf(task).isVote() || ModelElements.isForEach(task)) {
			this.findings.error(task, "silence-for-a-vote", silence);
		}
	}

	/** A slip in what an answer contradicts would let every answer pass. */
	private void checkAnswers(Element task, String form, List<String> outcomes) {
		try {
			FormSchema.parse(form)
				.outcomesContradicted()
				.stream()
				.filter(code -> !outcomes.contains(code))
				.forEach(code -> this.findings.error(task, "answer-contradicts-nothing", code));
		}
		catch (FormSchema.NotAllowed faulty) {
			// The form's own check tells what is wrong with it.
			return;
		}
	}

	private void checkPapers(Element task, Map<String, String> properties) {
		List<String> papers = new ArrayList<>(ModelElements.list(properties.get("documents")));
		papers.addAll(ModelElements.list(properties.get("optionalDocuments")));
		papers.stream()
			.flatMap(paper -> Arrays.stream(paper.split("\\|", -1)))
			.forEach(paper -> checkPaper(task, paper));
	}

	/** What is issued is named alone, or behind the outcome it is issued with. */
	private void checkIssues(Element task, Map<String, String> properties) {
		for (String issue : ModelElements.list(properties.get("issues"))) {
			String[] parts = issue.split(":", -1);
			if (parts.length > 2) {
				this.findings.error(task, "unreadable-issue", issue);
				continue;
			}
			if (parts.length == 2 && !ANY_OUTCOME.equals(parts[0]) && !this.pack.outcomes().containsKey(parts[0])) {
				this.findings.error(task, "unknown-outcome", parts[0]);
			}
			checkPaper(task, parts[parts.length - 1]);
		}
	}

	private void checkPaper(Element task, String paper) {
		if (!this.pack.documents().containsKey(paper)) {
			this.findings.error(task, "unknown-paper", paper);
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

	/** A task is not taken away at the end of a limit that its holder is not told of. */
	private void checkLimit(Element task, String limit) {
		if (!this.pack.limits().containsKey(limit)) {
			this.findings.error(task, "unknown-limit", limit);
			return;
		}
		LimitTimers.boundaryEventsOf(task)
			.forEach(event -> LimitTimers.interruptsAtTheEndOf(event)
				.filter(ending -> !ending.equals(limit))
				.ifPresent(ending -> this.findings.error(event, "interrupted-by-another-limit", limit, ending)));
	}

	private void checkCall(Element call) {
		String called = call.getAttribute("calledElement");
		if (!this.models.knowsDiagram(called)) {
			this.findings.error(call, "unknown-diagram", called);
		}
		if (!"deployment".equals(ModelElements.camunda(call, "calledElementBinding"))) {
			this.findings.error(call, "diagram-of-another-release", called);
		}
	}

	private void checkEnd(Element end) {
		String result = ModelElements.propertiesOf(end).get("result");
		if (result == null || result.isBlank()) {
			missing(end, "no-result");
		}
		else if (!this.pack.outcomes().containsKey(result)) {
			this.findings.error(end, "unknown-result", result);
		}
	}

	/** What is missing may only be misspelt, and that was told before. */
	private void missing(Element element, String key, Object... details) {
		if (!this.findings.isAt(element, "misspelt-property")) {
			this.findings.error(element, key, details);
		}
	}

}
