package cn.ecopark.batch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.LegalRefusal;

/** What keeps cases from being decided on, whichever module knows of it. */
@Component
public class Hindrances {

	private final List<BatchHindrance> hindrances;

	private final Cases cases;

	Hindrances(List<BatchHindrance> hindrances, Cases cases) {
		this.hindrances = hindrances;
		this.cases = cases;
	}

	/**
	 * @param kind process of the batch, or kind of the document by which one body decides
	 * @return for each of these cases that is kept back, by its id, the first rule that
	 * keeps it
	 */
	public Map<String, LegalRefusal> among(String kind, Collection<String> caseIds) {
		Collection<EcoCase> asked = this.cases.all(caseIds);
		Map<String, LegalRefusal> found = new LinkedHashMap<>();
		this.hindrances.forEach(hindrance -> hindrance.among(kind, asked).forEach(found::putIfAbsent));
		return found;
	}

}
