package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;

/** Says what differs in an element, in the words that the packs have for it. */
final class DifferenceWords {

	private static final String LIMIT = "limit";

	private static final String FORM = "formRef";

	private static final String NAME = "name";

	/** What a new step is told by; all else stands in the list of entries. */
	private static final List<String> TOLD_OF_NEW = List.of("candidateGroups", LIMIT, FORM, "outcomes", "documents",
			"optionalDocuments", "issues", "delegateExpression", "calledElement", "conditionExpression", "result");

	private static final Set<String> LISTS = Set.of("outcomes", "documents", "optionalDocuments", "issues", "points");

	private static final Set<String> OUTCOMES = Set.of("outcomes", "points", "silence");

	private static final Set<String> DOCUMENTS = Set.of("documents", "optionalDocuments");

	private static final Pattern DUE = Pattern.compile("\\$\\{\\s*" + LimitTimers.DUE + "(\\w+)");

	private static final Pattern QUOTED = Pattern.compile("'(\\w+)'");

	private final RulePack before;

	private final RulePack after;

	private final Set<String> changedForms;

	/**
	 * @param changedForms ids of forms that say something else by now
	 */
	DifferenceWords(RulePack before, RulePack after, Set<String> changedForms) {
		this.before = before;
		this.after = after;
		this.changedForms = Set.copyOf(changedForms);
	}

	/** One element as it was and as it is. */
	record Pair(DrawnModel was, String before, DrawnModel is, String after, SameElements same) {
	}

	Said diagram(DiagramDifferences.Kind kind, String path) {
		String process = path.substring(PackFiles.DIAGRAMS.length()).replaceFirst("\\.bpmn$", "");
		return Said.of(path, "difference.diagram." + kind,
				procedure(kind == DiagramDifferences.Kind.ADDED ? this.after : this.before, process));
	}

	/** Ways of what is gone go with it. */
	List<DiagramDifferences.Told> removed(DrawnModel was, String id, Set<String> removed) {
		boolean told = !was.isFlow(id)
				|| !removed.contains(was.value(id, "sourceRef")) && !removed.contains(was.value(id, "targetRef"));
		return told ? List.of(new DiagramDifferences.Told(DiagramDifferences.Kind.REMOVED,
				Said.of(id, "difference.removed", kind(was, id), was.name(id)))) : List.of();
	}

	/** Ways from and to what is new are told with it. */
	List<DiagramDifferences.Told> added(DrawnModel is, String id, Set<String> added) {
		if (is.isFlow(id) && (added.contains(is.value(id, "sourceRef")) || added.contains(is.value(id, "targetRef")))) {
			return List.of();
		}
		List<Said> parts = new ArrayList<>();
		neighbours(is, id, "targetRef", "sourceRef")
			.ifPresent(steps -> parts.add(Said.of("", "difference.after", steps)));
		neighbours(is, id, "sourceRef", "targetRef")
			.ifPresent(steps -> parts.add(Said.of("", "difference.before", steps)));
		for (String property : TOLD_OF_NEW) {
			String value = is.value(id, property);
			if (!value.isBlank()) {
				parts.add(Said.of(property, "difference.part", property(property),
						value(is, this.after, property, value)));
			}
		}
		Said name = is.name(id);
		return List.of(new DiagramDifferences.Told(DiagramDifferences.Kind.ADDED, parts.isEmpty()
				? Said.of(id, "difference.added", kind(is, id), name)
				: Said.of(id, "difference.added.with", kind(is, id), name, joined("difference.clauses", parts))));
	}

	/** A way is called a way already. */
	private static Object kind(DrawnModel model, String id) {
		return model.isFlow(id) ? "" : model.kindName(id);
	}

	private static Optional<Object> neighbours(DrawnModel is, String id, String end, String other) {
		List<Said> steps = is.isFlow(id) ? List.of()
				: is.elements()
					.keySet()
					.stream()
					.filter(flow -> is.isFlow(flow) && id.equals(is.value(flow, end)))
					.map(flow -> is.name(is.value(flow, other)))
					.distinct()
					.toList();
		return steps.isEmpty() ? Optional.empty() : Optional.of(joined("difference.list", steps));
	}

	/**
	 * @return nothing where both do the same
	 */
	List<DiagramDifferences.Told> changed(Pair pair) {
		List<Said> said = new ArrayList<>();
		Map<String, String> was = pair.same().comparable(pair.was(), pair.before());
		Map<String, String> is = pair.same().comparable(pair.is(), pair.after());
		Set<String> properties = new TreeSet<>(was.keySet());
		properties.addAll(is.keySet());
		for (String property : properties) {
			String before = was.get(property);
			String after = is.get(property);
			if (!Objects.equals(before, after)) {
				if (LISTS.contains(property) && before != null && after != null) {
					said.addAll(list(pair, property, before, after));
				}
				else {
					said.addAll(property(pair, property, before, after));
				}
			}
		}
		said.addAll(elsewhere(pair, was, is));
		if (!pair.before().equals(pair.after()) && !pair.is().isFlow(pair.after())) {
			said.add(Said.of(pair.after(), "difference.id", pair.is().name(pair.after()), pair.before(), pair.after()));
		}
		return said.stream().map(one -> new DiagramDifferences.Told(DiagramDifferences.Kind.CHANGED, one)).toList();
	}

	/** What the step goes by says something else, although the step names the same. */
	private List<Said> elsewhere(Pair pair, Map<String, String> before, Map<String, String> after) {
		List<Said> said = new ArrayList<>();
		Set<String> limits = limits(after);
		limits.retainAll(limits(before));
		for (String limit : limits) {
			Limit was = this.before.limits().get(limit);
			Limit is = this.after.limits().get(limit);
			if (was != null && is != null && !was.term().equals(is.term())) {
				said.add(Said.of(limit, "difference.term", name(pair), term(was), term(is)));
			}
		}
		String form = after.getOrDefault(FORM, "");
		if (this.changedForms.contains(form)) {
			said.add(Said.of(form, "difference.form", name(pair), form));
		}
		return said;
	}

	/** The limits that a step names, gives to what it calls, or waits for. */
	private static Set<String> limits(Map<String, String> values) {
		// The end of a limit at the border of a step is told with the step.
		boolean atBorder = values.containsKey("attachedToRef");
		Set<String> limits = new TreeSet<>();
		values.forEach((property, value) -> {
			if (property.equals(LIMIT) || property.startsWith(LIMIT + ".")) {
				limits.add(value);
			}
			Matcher due = DUE.matcher(value);
			while (!atBorder && due.find()) {
				limits.add(due.group(1));
			}
		});
		return limits;
	}

	private List<Said> property(Pair pair, String property, @Nullable String before, @Nullable String after) {
		if (NAME.equals(property) && before != null && after != null && !pair.is().isFlow(pair.after())) {
			return List.of(Said.of(property, "difference.renamed", pair.was().name(pair.before()), name(pair)));
		}
		boolean target = "targetRef".equals(property) && pair.is().isFlow(pair.after());
		if (target && before != null && after != null) {
			return led(pair, before, after);
		}
		if (before == null && after != null) {
			return List.of(Said.of(property, "difference.set", name(pair), property(property),
					value(pair.is(), this.after, property, after)));
		}
		if (after == null && before != null) {
			return List.of(Said.of(property, "difference.unset", name(pair), property(property),
					value(pair.was(), this.before, property, before)));
		}
		return before == null || after == null ? List.of()
				: List.of(Said.of(property, "difference.value", name(pair), property(property),
						value(pair.was(), this.before, property, before),
						value(pair.is(), this.after, property, after)));
	}

	/** What leads to a new step, or led to one that is gone, is told with that. */
	private static List<Said> led(Pair pair, String before, String after) {
		boolean told = !pair.same().added().contains(after)
				&& !pair.same().removed().contains(pair.was().value(pair.before(), "targetRef"));
		return told
				? List.of(Said.of(after, "difference.leads", pair.is().name(pair.is().value(pair.after(), "sourceRef")),
						pair.was().name(pair.was().value(pair.before(), "targetRef")), pair.is().name(after)))
				: List.of();
	}

	private List<Said> list(Pair pair, String property, String before, String after) {
		Set<String> was = new LinkedHashSet<>(ModelElements.list(before));
		Set<String> is = new LinkedHashSet<>(ModelElements.list(after));
		List<Said> said = new ArrayList<>();
		List<Said> more = is.stream()
			.filter(one -> !was.contains(one))
			.map(one -> one(pair.is(), this.after, property, one))
			.toList();
		List<Said> less = was.stream()
			.filter(one -> !is.contains(one))
			.map(one -> one(pair.was(), this.before, property, one))
			.toList();
		if (!more.isEmpty()) {
			said.add(Said.of(property, "difference.more", name(pair), property(property),
					joined("difference.list", more)));
		}
		if (!less.isEmpty()) {
			said.add(Said.of(property, "difference.less", name(pair), property(property),
					joined("difference.list", less)));
		}
		if (said.isEmpty() && !List.copyOf(was).equals(List.copyOf(is))) {
			said.add(Said.of(property, "difference.order", name(pair), property(property)));
		}
		return said;
	}

	Said moved(DrawnModel is, List<String> ids) {
		return Said.of("", "difference.moved", joined("difference.list", ids.stream().map(is::name).toList()));
	}

	private static Said name(Pair pair) {
		return pair.is().name(pair.after());
	}

	private static Said property(String key) {
		return Said.of(key, "release.property." + key);
	}

	private static Object value(DrawnModel model, RulePack pack, String property, String raw) {
		List<Said> said = (LISTS.contains(property) ? ModelElements.list(raw) : List.of(raw)).stream()
			.map(one -> one(model, pack, property, one))
			.toList();
		return said.isEmpty() ? "" : joined("difference.list", said);
	}

	private static Said one(DrawnModel model, RulePack pack, String property, String raw) {
		if (model.drawn().containsKey(raw)) {
			return model.name(raw);
		}
		if (OUTCOMES.contains(property)) {
			return Said.outcome(pack, raw);
		}
		if (DOCUMENTS.contains(property)) {
			return Said.document(pack, raw);
		}
		return switch (property) {
			case "candidateGroups" -> role(pack, raw);
			case LIMIT -> limit(pack, raw);
			case "issues" -> issued(pack, raw);
			case "calledElement" -> procedure(pack, raw);
			case "purpose" -> purpose(raw);
			case "audience" -> Said.of(raw, "casefile.audience." + raw);
			case "delegateExpression" ->
				Effect.named(raw.replaceAll("[${}]", "").strip()).map(Said::effect).orElseGet(() -> plain(raw));
			case "conditionExpression" -> condition(pack, raw);
			default -> plain(raw);
		};
	}

	private static Said role(RulePack pack, String raw) {
		Role known = pack.roles().get(raw);
		return known == null ? plain(raw) : Said.role(known);
	}

	private static Said limit(RulePack pack, String raw) {
		Limit known = pack.limits().get(raw);
		return known == null ? plain(raw) : Said.of(raw, "difference.limit", Said.limit(pack, raw), term(known));
	}

	private static Said term(Limit limit) {
		return Said.of(limit.key(), limit.term().messageKey(), String.valueOf(limit.term().amount()));
	}

	/** A document is named with the outcome that issues it. */
	private static Said issued(RulePack pack, String raw) {
		int colon = raw.indexOf(':');
		return colon < 0 ? Said.document(pack, raw) : Said.of(raw, "difference.issued",
				Said.document(pack, raw.substring(colon + 1)), Said.outcome(pack, raw.substring(0, colon)));
	}

	private static Said procedure(RulePack pack, String raw) {
		Procedure known = pack.procedures().get(raw);
		return known == null ? plain(raw) : Said.of(raw, "finding.word", known.label(), known.englishLabel());
	}

	private static Said purpose(String raw) {
		for (Purpose purpose : Purpose.values()) {
			if (purpose.name().equals(raw)) {
				return Said.purpose(purpose);
			}
		}
		return plain(raw);
	}

	/** By the outcomes that it names, where it names no other. */
	private static Said condition(RulePack pack, String raw) {
		List<Said> outcomes = new ArrayList<>();
		Matcher quoted = QUOTED.matcher(raw);
		while (quoted.find()) {
			if (!pack.outcomes().containsKey(quoted.group(1))) {
				return plain(raw);
			}
			outcomes.add(Said.outcome(pack, quoted.group(1)));
		}
		boolean simple = !outcomes.isEmpty() && !raw.contains("!") && !raw.contains("not ");
		return simple ? Said.of(raw, "difference.condition", joined("difference.list", outcomes)) : plain(raw);
	}

	private static Said plain(String raw) {
		return Said.of(raw, "finding.element", raw);
	}

	/** All of them, one after the other. */
	private static Said joined(String by, List<Said> parts) {
		Said joined = parts.get(0);
		for (Said part : parts.subList(1, parts.size())) {
			joined = Said.of(joined + ", " + part, by, joined, part);
		}
		return joined;
	}

}
