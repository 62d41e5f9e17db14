package cn.ecopark.audit;

import java.util.List;

import org.springframework.stereotype.Component;

/** The calendar is below the audit and cannot tell it itself. */
@Component
class CalendarRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("calendar_day", "calendar", "").keyed("day"),
				AttestedTable.of("calendar_year", "calendar", "").keyed("year"));
	}

}
