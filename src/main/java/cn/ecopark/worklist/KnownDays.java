package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.form.DateOrder;

/** The days that dates of forms are compared with although no field holds them. */
@Component
public class KnownDays {

	private final Cases cases;

	private final CaseTime time;

	KnownDays(Cases cases, CaseTime time) {
		this.cases = cases;
		this.time = time;
	}

	/**
	 * @return the days, by the words schemas have for them
	 */
	public Map<String, LocalDate> of(WorkItem item) {
		Map<String, LocalDate> known = new HashMap<>();
		known.put(DateOrder.TODAY, this.time.today());
		String caseId = item.subject().caseId();
		if (caseId != null) {
			this.cases.find(caseId)
				.map(found -> found.submittedAt())
				.ifPresent(submitted -> known.put(DateOrder.SUBMITTED, LocalDate.ofInstant(submitted, CaseTime.ZONE)));
		}
		return known;
	}

}
