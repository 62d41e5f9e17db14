package cn.ecopark.process.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;

/**
 * The marks of a drawing, which tell its readers who has a step and for how long: text
 * annotations with the id {@code Mark_} and the step's. What they say follows from role
 * and limit of the step, and a mark that says anything else is refused.
 */
public final class MarkRules {

	/** Before the id of the step that a text annotation marks. */
	public static final String MARK = "Mark_";

	private static final String HELD_FOR = "%s %s";

	private final RulePack pack;

	private final ModelFindings findings;

	MarkRules(RulePack pack, ModelFindings findings) {
		this.pack = pack;
		this.findings = findings;
	}

	void check(Document document) {
		Set<String> seen = new HashSet<>();
		for (Element annotation : ModelElements.of(document, "textAnnotation")) {
			String id = annotation.getAttribute("id");
			if (id.startsWith(MARK)) {
				check(annotation, marked(document, id.substring(MARK.length())));
				seen.add(id.substring(MARK.length()));
			}
		}
		String unmarked = steps(document).filter(step -> !seen.contains(step.getAttribute("id")))
			.filter(step -> words(step, this.pack).isPresent())
			.map(step -> step.getAttribute("name").strip())
			.distinct()
			.collect(Collectors.joining("、"));
		if (!unmarked.isEmpty() && ModelElements.of(document, "lane").isEmpty()) {
			this.findings.warning("", "no-marks", unmarked);
		}
	}

	private void check(Element annotation, @Nullable Element step) {
		if (step == null || ModelElements.isBpmn(step, "callActivity") && given(step, this.pack).isEmpty()) {
			this.findings.error(annotation, "mark-of-nothing");
			return;
		}
		String says = ModelElements.childrenOf(annotation, "text")
			.stream()
			.map(SafeXml::textOf)
			.collect(Collectors.joining())
			.strip();
		words(step, this.pack).filter(right -> !right.equals(says))
			.ifPresent(right -> this.findings.error(annotation, "mark-not-true", says, right));
	}

	private static @Nullable Element marked(Document document, String step) {
		return steps(document).filter(element -> step.equals(element.getAttribute("id"))).findFirst().orElse(null);
	}

	private static Stream<Element> steps(Document document) {
		return Stream.of("userTask", "callActivity").flatMap(kind -> ModelElements.of(document, kind).stream());
	}

	/**
	 * @param step a user task, or a call that gives limits to a part
	 * @return what a mark says of it; empty where there is nothing to say, or where role
	 * or limit are none, which is told at the step
	 */
	public static Optional<String> words(Element step, RulePack pack) {
		return ModelElements.isBpmn(step, "callActivity") ? given(step, pack) : held(step, pack);
	}

	private static Optional<String> held(Element task, RulePack pack) {
		Role role = pack.roles().get(ModelElements.camunda(task, "candidateGroups"));
		String limit = ModelElements.propertiesOf(task).get("limit");
		if (role == null || limit != null && !pack.limits().containsKey(limit)) {
			return Optional.empty();
		}
		return Optional.of(limit == null ? role.shortLabel()
				: HELD_FOR.formatted(role.shortLabel(), pack.limit(limit).term().inChinese()));
	}

	private static Optional<String> given(Element call, RulePack pack) {
		List<Limit> limits = new TreeMap<>(ModelElements.propertiesOf(call)).entrySet()
			.stream()
			.filter(property -> GivenByCall.named(property.getKey())
				.filter(given -> given == GivenByCall.LIMIT)
				.isPresent())
			.map(property -> pack.limits().get(property.getValue().strip()))
			.filter(Objects::nonNull)
			.toList();
		return limits.isEmpty() ? Optional.empty()
				: Optional.of(limits.stream()
					.map(limit -> HELD_FOR.formatted(limit.label(), limit.term().inChinese()))
					.collect(Collectors.joining("、")));
	}

}
