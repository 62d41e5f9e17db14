package cn.ecopark.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Suspensions;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SuspensionRules;

/** Nothing is decided on a park whose case stands still. */
@Component
@Order(1)
class SuspendedCases implements BatchHindrance {

	private final Suspensions suspensions;

	SuspendedCases(Suspensions suspensions) {
		this.suspensions = suspensions;
	}

	@Override
	public Map<String, LegalRefusal> among(String kind, Collection<EcoCase> cases) {
		Map<String, LegalRefusal> found = new HashMap<>();
		cases.forEach(ecoCase -> this.suspensions.now(ecoCase.id())
			.ifPresent(suspension -> found.put(ecoCase.id(),
					SuspensionRules.nothingIsDecidedOn(ecoCase.park().name(), suspension.since()))));
		return found;
	}

}
