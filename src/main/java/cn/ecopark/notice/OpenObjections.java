package cn.ecopark.notice;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchHindrance;

/**
 * While an objection is open, or was upheld too late to strike the park out, nothing is
 * decided on that park.
 */
@Component
class OpenObjections implements BatchHindrance {

	private final Objections objections;

	OpenObjections(Objections objections) {
		this.objections = objections;
	}

	@Override
	public Map<String, String> among(String kind, Collection<String> caseIds) {
		return this.objections.hindering(caseIds)
			.stream()
			.collect(Collectors.toMap(Objection::caseId,
					objection -> objection.isOpen() ? "notice.hindrance.open" : "notice.hindrance.upheld"));
	}

}
