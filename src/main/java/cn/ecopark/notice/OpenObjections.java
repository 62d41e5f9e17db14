package cn.ecopark.notice;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchHindrance;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.NoticeRules;

/**
 * While an objection is open, or was upheld too late to strike the park out, nothing is
 * decided on that park.
 */
@Component
@Order(2)
class OpenObjections implements BatchHindrance {

	private final Objections objections;

	OpenObjections(Objections objections) {
		this.objections = objections;
	}

	@Override
	public Map<String, LegalRefusal> among(String kind, Collection<EcoCase> cases) {
		Map<String, String> parks = cases.stream().collect(Collectors.toMap(EcoCase::id, one -> one.park().name()));
		Map<String, LegalRefusal> found = new HashMap<>();
		this.objections.hindering(parks.keySet())
			.forEach(objection -> found.put(objection.caseId(),
					NoticeRules.objectionKeepsBack(String.valueOf(parks.get(objection.caseId())), objection.isOpen())));
		return found;
	}

}
