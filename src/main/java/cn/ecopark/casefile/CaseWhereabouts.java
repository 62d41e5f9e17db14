package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.calendar.Term;

/**
 * Where cases are at the moment. Answered by each module that may hold them, with one
 * query for however many.
 */
public interface CaseWhereabouts {

	/**
	 * Step of a place where a case waits for the result of its batch and nobody has a
	 * task.
	 */
	String WAITING = "casefile.place.waiting";

	/** Step of a place where the park is before the public. */
	String BEFORE_THE_PUBLIC = "casefile.place.before-the-public";

	/** Step of a place where the notice has ended and objections to the park have not. */
	String OBJECTIONS_OPEN = "casefile.place.objections";

	/**
	 * @return the places of those cases, in the order in which they were reached; a case
	 * may be in several
	 */
	List<Place> of(Collection<String> caseIds);

	/**
	 * @return for each way the present tasks of the case may end, what would follow
	 */
	default List<Onward> onward(String caseId) {
		return List.of();
	}

	/**
	 * One place.
	 *
	 * @param step name of the task, or one of the keys above
	 * @param stage the diagram it belongs to
	 * @param holder who has the task; nobody where time or others are waited for
	 * @param due last day of the limit
	 * @param url where the holder does it
	 * @param batch title of the batch the case waits in
	 */
	record Place(String caseId, String step, String stage, @Nullable Holder holder, Instant since,
			@Nullable LocalDate due, @Nullable String url, @Nullable String batch) {
	}

	/**
	 * A unit, or one person alone.
	 *
	 * @param claimedBy who of the unit has taken it
	 */
	record Holder(String role, @Nullable String unitId, @Nullable Long personId, @Nullable Long claimedBy) {
	}

	/**
	 * One way of ending.
	 *
	 * @param outcomes codes that lead there
	 * @param ends what the case would end with, or wait for, besides the tasks
	 */
	record Onward(List<String> outcomes, List<Following> following, List<String> ends) {
	}

	/** A task that would follow, with the time it may take. */
	record Following(String step, String role, @Nullable Term term) {
	}

}
