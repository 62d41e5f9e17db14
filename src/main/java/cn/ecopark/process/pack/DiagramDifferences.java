package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

import cn.ecopark.release.PackDifferences;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.RulePack;

/**
 * What the diagrams of one release do otherwise than those of another: element by element
 * for the pictures, in sentences for whoever approves of it, in the order in which a case
 * comes to it. A limit or a form that says something else by now touches each step that
 * goes by it, although its diagram is the same.
 */
@Component
public class DiagramDifferences {

	private static final String FORM_ENDING = ".form";

	private final PackDifferences differences;

	DiagramDifferences(PackDifferences differences) {
		this.differences = differences;
	}

	/** What became of an element. */
	public enum Kind {

		/** Only the later drawing has it. */
		ADDED,
		/** Only the earlier drawing has it. */
		REMOVED,
		/** Both have it, and it does something else. */
		CHANGED,
		/** It does the same and stands elsewhere in the picture. */
		MOVED

	}

	/**
	 * One element.
	 *
	 * @param before its id in the earlier drawing; empty where that has none
	 * @param after its id in the later drawing; empty where that has none
	 */
	public record Mark(Kind kind, String before, String after) {
	}

	/**
	 * One sentence.
	 *
	 * @param words resolved by {@code Texts.of}
	 */
	public record Told(Kind kind, MessageSourceResolvable words) {
	}

	/**
	 * A step of the earlier drawing at which cases may stand now.
	 *
	 * @param id as open work names it
	 */
	public record Touched(String id, MessageSourceResolvable name, Kind kind) {
	}

	/**
	 * What differs in one diagram.
	 *
	 * @param file its path in the pack
	 * @param process id of its process, as open work names it
	 * @param kind {@code ADDED} or {@code REMOVED} for the whole diagram, {@code MOVED}
	 * where only the picture is another
	 */
	public record Differing(String file, String process, Kind kind, List<Mark> marks, List<Told> told,
			List<Touched> steps) {
	}

	/** An element with where it comes in the flow. */
	private record Placed(double position, Mark mark, List<Told> told) {
	}

	/**
	 * @return diagram by diagram; none for those that only were written in another way
	 */
	public List<Differing> between(PackFiles earlier, PackFiles later) {
		RulePack before = PackCheck.dataOf(earlier)
			.orElseThrow(() -> new IllegalStateException("A release that cannot be read"));
		RulePack after = PackCheck.dataOf(later).orElse(before);
		DifferenceWords words = new DifferenceWords(before, after, changedForms(earlier, later));
		Set<String> paths = new TreeSet<>(earlier.all().keySet());
		paths.addAll(later.all().keySet());
		List<Differing> differing = new ArrayList<>();
		for (String path : paths) {
			if (path.startsWith(PackFiles.DIAGRAMS)) {
				inDiagram(path, earlier.find(path).orElse(null), later.find(path).orElse(null), words)
					.ifPresent(differing::add);
			}
		}
		return differing;
	}

	private Set<String> changedForms(PackFiles earlier, PackFiles later) {
		Set<String> forms = new HashSet<>();
		this.differences.between(only(earlier), only(later)).forEach(one -> {
			if (one.kind() != PackDifferences.Kind.REDRAWN && one.file().endsWith(FORM_ENDING)) {
				forms.add(one.file().substring(PackFiles.FORMS.length(), one.file().length() - FORM_ENDING.length()));
			}
		});
		return forms;
	}

	private static PackFiles only(PackFiles files) {
		Map<String, byte[]> forms = new HashMap<>();
		files.in(PackFiles.FORMS).forEach((name, content) -> forms.put(PackFiles.FORMS + name, content));
		return PackFiles.of(forms);
	}

	private static Optional<Differing> inDiagram(String path, byte @Nullable [] before, byte @Nullable [] after,
			DifferenceWords words) {
		Optional<DrawnModel> was = Optional.ofNullable(before).flatMap(DrawnModel::of);
		Optional<DrawnModel> is = Optional.ofNullable(after).flatMap(DrawnModel::of);
		if (before != null && after != null && was.isPresent() && is.isPresent()) {
			return inElements(path, was.get(), is.get(), words);
		}
		if (before != null && after != null) {
			return Arrays.equals(before, after) ? Optional.empty() : Optional.of(new Differing(path, "", Kind.CHANGED,
					List.of(), List.of(new Told(Kind.CHANGED, Said.of(path, "difference.unreadable"))), List.of()));
		}
		Kind kind = before == null ? Kind.ADDED : Kind.REMOVED;
		DrawnModel there = was.or(() -> is).orElse(null);
		List<Touched> steps = before == null || there == null ? List.of()
				: there.elements()
					.keySet()
					.stream()
					.filter(id -> isStep(there, id))
					.map(id -> touched(there, id, kind))
					.toList();
		return Optional.of(new Differing(path, there == null ? "" : there.process(), kind, List.of(),
				List.of(new Told(kind, words.diagram(kind, path))), steps));
	}

	private static Optional<Differing> inElements(String path, DrawnModel was, DrawnModel is, DifferenceWords words) {
		SameElements same = new SameElements(was, is);
		Set<String> added = same.added();
		Set<String> removed = same.removed();
		List<Placed> placed = new ArrayList<>();
		List<Mark> moved = new ArrayList<>();
		Map<String, Double> positions = positions(was, is, same);
		removed.forEach(id -> placed.add(new Placed(positions.getOrDefault(id, 0.0), new Mark(Kind.REMOVED, id, ""),
				words.removed(was, id, removed))));
		added.forEach(id -> placed
			.add(new Placed(is.order().positionOf(id), new Mark(Kind.ADDED, "", id), words.added(is, id, added))));
		same.pairs().forEach((before, after) -> {
			List<Told> told = words.changed(new DifferenceWords.Pair(was, before, is, after, same));
			boolean changed = !same.comparable(was, before).equals(same.comparable(is, after));
			if (changed || !told.isEmpty()) {
				placed.add(new Placed(is.order().positionOf(after), new Mark(Kind.CHANGED, before, after), told));
			}
			else if (isMoved(was.place(before), is.place(after))) {
				moved.add(new Mark(Kind.MOVED, before, after));
			}
		});
		placed.sort(Comparator.comparingDouble(Placed::position));
		List<Mark> marks = new ArrayList<>(placed.stream().map(Placed::mark).toList());
		List<Told> told = new ArrayList<>(placed.stream().flatMap(one -> one.told().stream()).toList());
		marks.addAll(moved);
		if (!moved.isEmpty()) {
			told.add(new Told(Kind.MOVED, words.moved(is, moved.stream().map(Mark::after).toList())));
		}
		return marks.isEmpty() ? Optional.empty() : Optional.of(new Differing(path, was.process(),
				placed.isEmpty() ? Kind.MOVED : Kind.CHANGED, marks, told, steps(was, marks)));
	}

	private static boolean isMoved(DrawnModel.@Nullable Place was, DrawnModel.@Nullable Place is) {
		return was != null && is != null && !was.isBeside(is);
	}

	/** What is gone comes where it would, right behind what comes before it still. */
	private static Map<String, Double> positions(DrawnModel was, DrawnModel is, SameElements same) {
		Map<String, Double> positions = new HashMap<>();
		double last = 0;
		for (String id : was.elements()
			.keySet()
			.stream()
			.sorted(Comparator.comparingInt(was.order()::positionOf))
			.toList()) {
			String later = same.pairs().get(id);
			last = later == null ? last : is.order().positionOf(later);
			positions.put(id, later == null ? last + 0.5 : last);
		}
		return positions;
	}

	private static List<Touched> steps(DrawnModel was, List<Mark> marks) {
		return marks.stream()
			.filter(mark -> mark.kind() != Kind.MOVED && !mark.before().isEmpty() && isStep(was, mark.before()))
			.map(mark -> touched(was, mark.before(), mark.kind()))
			.toList();
	}

	private static Touched touched(DrawnModel model, String id, Kind kind) {
		return new Touched(id, model.name(id), kind);
	}

	private static boolean isStep(DrawnModel model, String id) {
		return "userTask".equals(model.kind(id));
	}

}
