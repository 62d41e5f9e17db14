package cn.ecopark.organisation.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;

/**
 * People and what they are: {@code GET /admin/people?q=&sort=&after=&before=}.
 *
 * @param waiting codes that a second administrator has to confirm: {@code POST
 * /admin/people/codes/{id}/confirm} and {@code …/refuse}
 * @param unitsWithoutSupervisor names of units that have people but no supervisor
 * @param unitsWithNobody names of units for which tasks wait that nobody can do
 * @param unitsWithTooFewToSign names of units for which tasks wait that several people
 * have to sign, more than there are
 * @param endedUnits names of units that are no more and still have people
 * @param administratorsInOne names of those who hold two offices that are kept apart
 * @param issued a one-time code that has just been issued; null otherwise
 */
public record PeopleAdminPage(String query, List<Row> rows, Paging paging, ListTools tools, List<Waiting> waiting,
		List<String> unitsWithoutSupervisor, List<String> unitsWithNobody, List<String> unitsWithTooFewToSign,
		List<String> endedUnits, List<String> administratorsInOne, @Nullable Issued issued) {

	/** One person. */
	public record Row(long id, String username, String name, String unit, String roles, Tag state, boolean invented) {
	}

	/**
	 * A code that is asked for.
	 *
	 * @param mine true where the reader has asked, and cannot confirm
	 */
	public record Waiting(long id, long personId, String name, String username, String unit, String askedBy,
			ZonedDateTime askedAt, boolean mine) {
	}

	/**
	 * Shown once; nobody can read the code again.
	 *
	 * @param half which half of a code it is: {@code whole}, {@code first} or
	 * {@code second}
	 */
	public record Issued(String name, String username, String code, String half) {
	}

}
