package cn.ecopark.park;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.Amount;
import cn.ecopark.shared.ListPage;

/**
 * The register of parks. Life status changes here only, and each change leaves a
 * {@link ParkEvent}.
 */
public interface Parks {

	Optional<Park> find(long parkId);

	/**
	 * @throws UnknownPark if there is none of that id
	 */
	Park get(long parkId);

	/** The park that a unit administers. */
	Optional<Park> ofUnit(String unitId);

	ListPage<Park, Long> search(ParkSearch search);

	/** How many the search finds on all its pages. */
	Amount count(ParkSearch search);

	/** How many parks of that part of the register have each status. */
	Map<LifeStatus, Long> count(ParkScope scope);

	/** The decisions about a park that hold, in the order in which they were made. */
	default List<ParkEvent> history(long parkId) {
		return record(parkId).stream().filter(RecordedDecision::holds).map(RecordedDecision::event).toList();
	}

	/**
	 * Every entry about a park, also those that were put aside; each of these before the
	 * one that took its place.
	 */
	List<RecordedDecision> record(long parkId);

	/**
	 * @return the first day on which a former park may apply again; empty of any other
	 * park, and where no day was set
	 */
	default Optional<LocalDate> reapplyFrom(Park park) {
		return history(park.id()).stream()
			.filter((event) -> event.makesIt(park.lifeStatus()))
			.reduce((earlier, later) -> later)
			.map(ParkEvent::reapplyFrom);
	}

	/**
	 * The decisions by which the park was given another plan since it may build, in their
	 * order; it is accepted by that of the last one.
	 */
	default List<ParkEvent> revisionsOfPlan(long parkId) {
		List<ParkEvent> revisions = new ArrayList<>();
		for (ParkEvent event : history(parkId)) {
			if (event.makesIt(LifeStatus.UNDER_CONSTRUCTION)) {
				revisions.clear();
			}
			else if (event.planCase() != null) {
				revisions.add(event);
			}
		}
		return revisions;
	}

	/**
	 * Enters a park as 意向, and its administration as a unit {@code PARK-<id>}.
	 * @throws ParkNameTaken if there is one of that name
	 */
	Park register(NewPark park);

	/**
	 * Says in which city a park lies; cases that are open keep what they were opened
	 * with.
	 * @param cityCode of a city of its province; null where it is registered in none
	 */
	Park recordCity(long parkId, @Nullable String cityCode);

	/**
	 * Enters a decision made on paper.
	 * @throws ParkStatusForbids if a park of this status cannot have been decided upon so
	 */
	Park recordPastDecision(long parkId, PastDecision decision);

	/**
	 * The park may build: 意向, or a former park that has applied anew, becomes 建设中 and its
	 * standard is fixed.
	 * @param under release of the rule pack by which it was decided
	 * @throws ParkStatusForbids if it is 建设中 or 已命名
	 */
	Park recordApproval(long parkId, ReleaseId under, LocalDate date, String documentNumber, String standard);

	/**
	 * 规划修订: the park goes on by another plan, and is accepted by it.
	 * @param under release of the rule pack by which it was decided
	 * @param planCase id of the case that holds the plan
	 * @throws ParkStatusForbids if it is not 建设中
	 */
	Park recordRevisedPlan(long parkId, ReleaseId under, LocalDate date, String documentNumber, String planCase);

	/**
	 * The park bears the title: 建设中 becomes 已命名.
	 * @param under release of the rule pack by which it was decided
	 * @param titleName the title as it is called on that date
	 * @param recheckYears after how many years the recheck falls due, from the rule pack
	 * @throws ParkStatusForbids if it is not 建设中
	 */
	Park recordNaming(long parkId, ReleaseId under, LocalDate date, String documentNumber, String titleName,
			int recheckYears);

	/**
	 * What a recheck of the park came to; its title stays, the next recheck falls due as
	 * stated.
	 * @param date of the circular
	 * @param documentNumber of the circular
	 * @param standard by which it was judged, and by which a park that has passed goes
	 * on; null where it keeps its own
	 * @throws ParkStatusForbids if it is not 已命名
	 */
	Park recordRecheck(long parkId, LocalDate date, String documentNumber, @Nullable String standard,
			RecheckResult result);

	/**
	 * The park loses what it has: 已命名 becomes 已撤销, 建设中 becomes 已除名.
	 * @param under release of the rule pack by which it was decided
	 * @param reapplyFrom the first day on which it may apply again
	 * @throws ParkStatusForbids if it is neither
	 */
	Park recordExit(long parkId, ReleaseId under, LocalDate date, String documentNumber, LocalDate reapplyFrom);

}
