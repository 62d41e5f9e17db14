package cn.ecopark.process.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.form.FormField;
import cn.ecopark.form.FormSchema;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;

/**
 * What the purposes of steps and the effects of the system ask of a diagram: that they
 * stand in its kind, and beside what they go by.
 */
final class PurposeRules {

	private final String process;

	private final RulePack pack;

	private final Models models;

	private final ModelFindings findings;

	PurposeRules(String process, RulePack pack, Models models, ModelFindings findings) {
		this.process = process;
		this.pack = pack;
		this.models = models;
		this.findings = findings;
	}

	void check(Document document) {
		ModelElements.of(document, "userTask").forEach(this::checkPurpose);
		ModelElements.of(document, "serviceTask")
			.forEach(task -> effectOf(task).ifPresent(effect -> checkEffect(task, effect, document)));
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
		if (!effect.standsIn().containsAll(this.models.kindsOf(this.process, this.pack))) {
			this.findings.error(task, "effect-out-of-place", Said.effect(effect));
			return;
		}
		boolean astray = ModelElements.of(document, "callActivity")
			.stream()
			.anyMatch(call -> this.findings.isAt(call, "unknown-diagram") || this.findings.isAt(call, "calls-itself"));
		if (astray) {
			return;
		}
		Set<Purpose> there = this.models.diagrams()
			.withCalled(document)
			.stream()
			.flatMap(one -> ModelElements.of(one, "userTask").stream())
			.map(PurposeRules::purposeOf)
			.collect(Collectors.toSet());
		effect.needs()
			.stream()
			.filter(needed -> !there.contains(needed))
			.sorted()
			.forEach(needed -> this.findings.error(task, "effect-without-step", Said.effect(effect),
					Said.purpose(needed)));
	}

	/**
	 * @return what the step is for; what cannot be read is told by its own finding
	 */
	static Purpose purposeOf(Element task) {
		return Optional.ofNullable(ModelElements.propertiesOf(task).get("purpose"))
			.flatMap(Purpose::named)
			.orElse(Purpose.ORDINARY);
	}

	/** A step offers what is needed to fulfil its purpose. */
	void checkPurpose(Element task) {
		Map<String, String> properties = ModelElements.propertiesOf(task);
		String declared = properties.get("purpose");
		if (declared != null && Purpose.named(declared).isEmpty()) {
			this.findings.error(task, "no-purpose", declared);
		}
		Purpose purpose = purposeOf(task);
		if (!purpose.standsIn().isEmpty()
				&& !purpose.standsIn().containsAll(this.models.kindsOf(this.process, this.pack))) {
			this.findings.error(task, "purpose-out-of-place", Said.purpose(purpose));
			return;
		}
		offers(task, purpose, purpose.offers(), ModelElements.list(properties.get("outcomes")),
				"purpose-lacks-outcome");
		offers(task, purpose, purpose.offersForEachPark(), ModelElements.list(properties.get("choices")),
				"purpose-lacks-choice");
		purpose.isForEach()
			.filter(each -> each != ModelElements.isForEach(task))
			.ifPresent(each -> this.findings.error(task, each ? "purpose-of-each" : "purpose-of-one",
					Said.purpose(purpose)));
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
			.forEach(meaning -> this.findings.error(task, key, Said.purpose(purpose), Said.meaning(meaning)));
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
				.filter(field -> keys.stream().noneMatch(key -> isCalled(key, field)))
				.forEach(field -> this.findings.error(task, "purpose-lacks-field", Said.purpose(purpose),
						Said.field(field)));
		}
		catch (FormSchema.NotAllowed faulty) {
			return;
		}
	}

	private static boolean isCalled(String key, String asked) {
		return asked.endsWith("*") ? key.startsWith(asked.substring(0, asked.length() - 1)) : key.equals(asked);
	}

}
