package cn.ecopark.demo;

import java.util.Comparator;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.batch.Batches;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.demo.Script.Matter;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkScope;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.Parks;
import cn.ecopark.shared.Cursor;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/** Finds what the script names in words. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class Matters {

	private static final int SAME_WORDS = 50;

	private final Parks parks;

	private final Cases cases;

	private final Batches batches;

	private final BatchItems places;

	private final WorkItems items;

	Matters(Parks parks, Cases cases, Batches batches, BatchItems places, WorkItems items) {
		this.parks = parks;
		this.cases = cases;
		this.batches = batches;
		this.places = places;
		this.items = items;
	}

	Park park(String name) {
		return this.parks.search(new ParkSearch(name, null, null, null, ParkScope.ALL, Cursor.start(), SAME_WORDS))
			.rows()
			.stream()
			.filter((park) -> park.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no park " + name));
	}

	/**
	 * @return the newest case of the park
	 */
	EcoCase caseOf(String park) {
		return this.cases.ofPark(park(park).id())
			.stream()
			.max(Comparator.comparing(EcoCase::openedAt))
			.orElseThrow(() -> new IllegalArgumentException("There is no case of " + park));
	}

	/**
	 * @return the open tasks with that name, the oldest first; none where there is no
	 * such batch
	 */
	List<WorkItem> open(Matter matter, String step) {
		List<WorkItem> open = matter.batch() == null ? this.items.openOfCases(List.of(caseOf(matter.park()).id()))
				: this.items.openOfAll(batchIds(matter));
		return open.stream().filter((item) -> item.task().name().equals(step)).toList();
	}

	private List<String> batchIds(Matter matter) {
		return this.places.ofCase(caseOf(matter.park()).id())
			.stream()
			.map(BatchItem::batchId)
			.filter((id) -> this.batches.get(id).title().equals(matter.batch()))
			.toList();
	}

}
