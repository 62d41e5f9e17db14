package cn.ecopark.officialdocument.web;

import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.IssueRegister;
import cn.ecopark.officialdocument.IssueRegister.IssueFilter;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Amount;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.web.Area;
import cn.ecopark.web.SearchedList;

/** Official documents are looked for beside cases and parks. */
@Component
class SearchedDocuments implements SearchedList {

	private final IssueRegister register;

	private final CurrentActor current;

	SearchedDocuments(IssueRegister register, CurrentActor current) {
		this.register = register;
		this.current = current;
	}

	@Override
	public Area area() {
		return Area.PAPERS;
	}

	@Override
	public Amount count(SearchWords words) {
		return this.register.count(IssueFilter.of(words), this.current.get());
	}

}
