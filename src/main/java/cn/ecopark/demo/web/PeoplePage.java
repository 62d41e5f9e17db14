package cn.ecopark.demo.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whom one can be in the demonstration: {@code GET /demo/people};
 * {@code POST /demo/people} with {@code person}.
 *
 * @param today date of the demonstration
 * @param preparing how far the cases are made; null when they are, or there are none
 * @param suggestions whom to be first; none where nothing waits
 * @param samples documents to hand in
 */
public record PeoplePage(LocalDate today, @Nullable Preparing preparing, List<Suggestion> suggestions,
		List<Group> groups, List<Sample> samples) {

	/**
	 * So many of so many.
	 *
	 * @param welcome whether visitors are let in meanwhile
	 */
	public record Preparing(int made, int moves, boolean welcome) {
	}

	/**
	 * @return whether one can be somebody; not before the people are entered, and not as
	 * long as cases go through days of their own
	 */
	public boolean isOpen() {
		return !this.groups.isEmpty() && (this.preparing == null || this.preparing.welcome());
	}

	/**
	 * The one of a party for whom most waits.
	 *
	 * @param see what one sees as him
	 */
	public record Suggestion(String party, String see, Person person) {
	}

	/**
	 * People of one party, for instance 园区, in order of what waits for them.
	 *
	 * @param idle for whom nothing waits, where somebody else of the party has something;
	 * they are folded
	 */
	public record Group(String party, String does, List<Person> people, List<Person> idle) {
	}

	/**
	 * @param waiting how many tasks wait for this person
	 * @param overdue how many of them are overdue
	 */
	public record Person(String id, String name, String unit, String role, int waiting, int overdue) {
	}

	/** A document to hand in, marked as invented. */
	public record Sample(String label, String url) {
	}

}
