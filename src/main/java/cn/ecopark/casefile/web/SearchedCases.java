package cn.ecopark.casefile.web;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseList;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Amount;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.web.Area;
import cn.ecopark.web.SearchedList;

/** Cases are looked for beside parks and documents. */
@Component
class SearchedCases implements SearchedList {

	private final CaseList cases;

	private final CurrentActor current;

	SearchedCases(CaseList cases, CurrentActor current) {
		this.cases = cases;
		this.current = current;
	}

	@Override
	public Area area() {
		return Area.CASES;
	}

	@Override
	public Amount count(SearchWords words) {
		return this.cases.count(this.current.get(), CaseList.Filter.of(words));
	}

}
