package cn.ecopark.park.web;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.park.ParkAccess;
import cn.ecopark.park.ParkScope;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.Parks;
import cn.ecopark.shared.Amount;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.web.Area;
import cn.ecopark.web.SearchedList;

/** Parks are looked for beside cases and documents. */
@Component
class SearchedParks implements SearchedList {

	private final Parks parks;

	private final ParkAccess access;

	private final CurrentActor current;

	SearchedParks(Parks parks, ParkAccess access, CurrentActor current) {
		this.parks = parks;
		this.access = access;
		this.current = current;
	}

	@Override
	public Area area() {
		return Area.PARKS;
	}

	@Override
	public Amount count(SearchWords words) {
		return this.parks.count(this.access.within(this.current.get(),
				new ParkSearch(words.text(), null, null, null, ParkScope.ALL, Cursor.start(), 1)));
	}

}
