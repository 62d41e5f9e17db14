package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.ecopark.release.PackEntries;

/**
 * Which element of a drawing is which of a later one: those of one id, those that say the
 * same under another id, and ways between the same steps.
 */
final class SameElements {

	/** How an element names others, whose ids may be others by then. */
	private static final Set<String> NAMING = Set.of("sourceRef", "targetRef", "attachedToRef", "default");

	private final DrawnModel before;

	private final DrawnModel after;

	private final Map<String, String> later = new LinkedHashMap<>();

	SameElements(DrawnModel before, DrawnModel after) {
		this.before = before;
		this.after = after;
		before.elements().keySet().forEach(id -> {
			if (after.elements().containsKey(id) && before.kind(id).equals(after.kind(id))) {
				this.later.put(id, id);
			}
		});
		match(false, (model, id) -> model.elements().get(id) == null || model.value(id, "name").isEmpty() ? null
				: comparable(model, id));
		match(true, this::comparable);
		match(true, (model, id) -> model.kind(id) + " " + named(model, id, "sourceRef") + " "
				+ named(model, id, "targetRef"));
	}

	/** Only what is the one of its kind on both sides is the same for certain. */
	private void match(boolean flows, BiFunction<DrawnModel, String, @Nullable Object> sign) {
		Map<Object, List<String>> gone = open(this.before, this.later.keySet(), flows, sign);
		Map<Object, List<String>> come = open(this.after, Set.copyOf(this.later.values()), flows, sign);
		gone.forEach((said, ids) -> {
			List<String> there = come.getOrDefault(said, List.of());
			if (ids.size() == 1 && there.size() == 1) {
				this.later.put(ids.get(0), there.get(0));
			}
		});
	}

	private static Map<Object, List<String>> open(DrawnModel model, Set<String> known, boolean flows,
			BiFunction<DrawnModel, String, @Nullable Object> sign) {
		Map<Object, List<String>> open = new LinkedHashMap<>();
		model.elements()
			.keySet()
			.stream()
			.filter(id -> !known.contains(id) && model.isFlow(id) == flows)
			.forEach(id -> {
				Object said = sign.apply(model, id);
				if (said != null) {
					open.computeIfAbsent(said, none -> new ArrayList<>()).add(id);
				}
			});
		return open;
	}

	/** What is said of an element, with the later ids of what it names. */
	Map<String, String> comparable(DrawnModel model, String id) {
		PackEntries.Entry entry = model.elements().get(id);
		Map<String, String> said = new HashMap<>(entry == null ? Map.of() : entry.values());
		NAMING.forEach(reference -> said.computeIfPresent(reference, (key, other) -> named(model, id, reference)));
		return said;
	}

	private String named(DrawnModel model, String id, String reference) {
		String other = model.value(id, reference);
		return model == this.before ? this.later.getOrDefault(other, other) : other;
	}

	/**
	 * @return id in the later drawing by that in the earlier
	 */
	Map<String, String> pairs() {
		return this.later;
	}

	Set<String> removed() {
		return this.before.elements()
			.keySet()
			.stream()
			.filter(id -> !this.later.containsKey(id))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	Set<String> added() {
		Set<String> known = Set.copyOf(this.later.values());
		return this.after.elements()
			.keySet()
			.stream()
			.filter(id -> !known.contains(id))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
