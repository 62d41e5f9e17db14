package cn.ecopark.demo.web;

import java.time.LocalDate;
import java.util.List;

/**
 * Whom one can be in the demonstration: {@code GET /demo/people};
 * {@code POST /demo/people} with {@code person}.
 *
 * @param today date of the demonstration
 */
public record PeoplePage(LocalDate today, List<Group> groups) {

	/** People of one party, for instance 园区. */
	public record Group(String party, String does, List<Person> people) {
	}

	/**
	 * @param waiting how many tasks wait for this person
	 */
	public record Person(String id, String name, String unit, String role, int waiting) {
	}

}
