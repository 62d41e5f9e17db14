package cn.ecopark.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What invented people do so that the demonstration lives, as the file of its cases says
 * it. What steps, outcomes and forms there are is known to the file alone.
 *
 * @param answers what is entered into fields of forms, by key of the field
 * @param reply how parks answer points
 * @param document what stands in documents: parts, each its heading and its paragraphs
 * @param panels sign-in names of experts, the leader first
 * @param ways how a case gets anywhere, by name
 * @param days what happens on which day, in order
 */
record Script(Map<String, String> answers, String reply, List<List<String>> document, List<List<String>> panels,
		Map<String, Way> ways, List<Day> days) {

	/**
	 * One stretch of a case.
	 *
	 * @param after the way that must have been gone before; null where a case begins
	 */
	record Way(@Nullable String after, List<Step> steps) {

		Way {
			steps = listOrEmpty(steps);
		}

	}

	/**
	 * A step that is done by whoever has it.
	 *
	 * @param step what the diagram calls it
	 * @param times by how many of those who have it side by side; null for all
	 * @param form fields that are filled otherwise than {@link Script#answers()} says
	 * @param points what is to be corrected
	 * @param choice what is chosen for each park; null where nothing is
	 * @param exceptions other choices, by name of the park
	 * @param share of the full score of each item, from 0 to 1; null where nothing is
	 * scored
	 * @param unsigned true where it is left for a visitor to sign what was proposed
	 */
	record Step(String step, String outcome, @Nullable Integer times, @Nullable String opinion,
			Map<String, String> form, List<String> points, @Nullable String choice, Map<String, String> exceptions,
			@Nullable Double share, @Nullable Boolean unsigned) {

		Step {
			form = form == null ? Map.of() : form;
			points = listOrEmpty(points);
			exceptions = exceptions == null ? Map.of() : exceptions;
		}

		boolean isLeftToSign() {
			return Boolean.TRUE.equals(this.unsigned);
		}

	}

	/** What happens on a day. */
	record Day(LocalDate day, List<Scene> scenes) {
	}

	/**
	 * Something that goes on with one case, or with one batch of several parks.
	 *
	 * @param park of the case; null for a batch
	 * @param begins kind of the case that begins; null where it goes on
	 * @param goes the way that it goes to the end of; null for none
	 * @param ground why it begins; null where none is needed
	 * @param panel which experts; from 1
	 * @param objection what somebody objects to the park; null where nobody does
	 * @param batch title of the batch; null for a case
	 * @param composes kind of the batch that is composed; null where it goes on
	 * @param parks of the batch
	 * @param steps what is done besides
	 */
	record Scene(@Nullable String park, @Nullable String begins, @Nullable String goes, @Nullable String ground,
			@Nullable Integer panel, @Nullable String objection, @Nullable String batch, @Nullable String composes,
			List<String> parks, List<Step> steps) {

		Scene {
			parks = listOrEmpty(parks);
			steps = listOrEmpty(steps);
		}

		Matter matter() {
			return new Matter(this.batch, this.park == null ? this.parks : List.of(this.park));
		}

	}

	/**
	 * What something is about.
	 *
	 * @param batch title of the batch; null for the case of the one park
	 */
	record Matter(@Nullable String batch, List<String> parks) {

		String park() {
			return this.parks.get(0);
		}

		@Override
		public String toString() {
			return this.batch == null ? park() : this.batch;
		}

	}

	/** One thing that is done, whole or not at all. */
	sealed interface Move {

		/** Time goes on to the morning of that day. */
		record ToDay(LocalDate day) implements Move {
		}

		/** A case begins. */
		record Begin(String park, String kind, @Nullable String ground) implements Move {
		}

		/** Somebody objects. */
		record Object(String park, String text) implements Move {
		}

		/** Cases are put into a batch. */
		record Compose(String title, String kind, List<String> parks) implements Move {
		}

		/**
		 * A step is done.
		 *
		 * @param experts sign-in names, the leader first
		 */
		record Do(Matter matter, Step step, List<String> experts) implements Move {
		}

	}

	/**
	 * @return everything that is done, in order
	 */
	List<Move> moves() {
		List<Move> moves = new ArrayList<>();
		Map<String, String> reached = new HashMap<>();
		for (Day day : this.days) {
			moves.add(new Move.ToDay(day.day()));
			day.scenes().forEach((scene) -> add(scene, reached, moves));
		}
		return List.copyOf(moves);
	}

	/**
	 * @return how many moves are made before visitors are let in: until the last day has
	 * come, so that the date stands still from then on
	 */
	int welcome() {
		List<Move> moves = moves();
		int last = moves.size() - 1;
		while (!(moves.get(last) instanceof Move.ToDay)) {
			last--;
		}
		return last + 1;
	}

	private void add(Scene scene, Map<String, String> reached, List<Move> moves) {
		Matter matter = scene.matter();
		String name = matter.toString();
		List<String> experts = scene.panel() == null ? List.of() : this.panels.get(scene.panel() - 1);
		if (scene.begins() != null) {
			moves.add(new Move.Begin(name, scene.begins(), scene.ground()));
			reached.remove(name);
		}
		if (scene.composes() != null) {
			moves.add(new Move.Compose(name, scene.composes(), scene.parks()));
		}
		if (scene.objection() != null) {
			moves.add(new Move.Object(name, scene.objection()));
		}
		if (scene.goes() != null) {
			stepsBetween(reached.get(name), scene.goes())
				.forEach((step) -> moves.add(new Move.Do(matter, step, experts)));
			reached.put(name, scene.goes());
		}
		scene.steps().forEach((step) -> moves.add(new Move.Do(matter, step, experts)));
	}

	/**
	 * @param from the way that was gone last; null for none
	 * @throws IllegalArgumentException when the one does not lead to the other
	 */
	private List<Step> stepsBetween(@Nullable String from, String to) {
		List<Step> steps = new ArrayList<>();
		for (String at = to; at != null && !at.equals(from);) {
			Way way = this.ways.get(at);
			if (way == null) {
				throw new IllegalArgumentException("There is no way " + at);
			}
			steps.addAll(0, way.steps());
			at = way.after();
			if (at == null && from != null) {
				throw new IllegalArgumentException(from + " does not lead to " + to);
			}
		}
		return steps;
	}

	private static <T> List<T> listOrEmpty(@Nullable List<T> list) {
		return list == null ? List.of() : List.copyOf(list);
	}

}
