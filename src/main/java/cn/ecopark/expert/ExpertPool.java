package cn.ecopark.expert;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.People;
import cn.ecopark.worklist.WorkItem;

/** Whom the Office can choose from, and for which case. */
@Component
class ExpertPool {

	private final People people;

	private final Cases cases;

	ExpertPool(People people, Cases cases) {
		this.people = people;
		this.cases = cases;
	}

	Map<Long, Expert> experts() {
		return this.people.experts()
			.stream()
			.collect(Collectors.toMap(Expert::personId, expert -> expert, (one, same) -> one, LinkedHashMap::new));
	}

	EcoCase caseOf(WorkItem item) {
		return this.cases.get(String.valueOf(item.subject().caseId()));
	}

}
