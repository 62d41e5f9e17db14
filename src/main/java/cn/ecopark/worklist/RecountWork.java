package cn.ecopark.worklist;

import org.springframework.stereotype.Component;

import cn.ecopark.background.WorkKind;
import cn.ecopark.calendar.CalendarRecount;

/** Counts the limits of open steps anew when the calendar has changed. */
@Component
class RecountWork extends CalendarRecount {

	/** Keys begin with the id of the step's work item. */
	static final WorkKind KIND = new WorkKind("limit-recount");

	private final RecountDue recountDue;

	RecountWork(RecountDue recountDue) {
		super(KIND);
		this.recountDue = recountDue;
	}

	@Override
	protected void recount(String id) {
		this.recountDue.recount(Long.parseLong(id));
	}

}
