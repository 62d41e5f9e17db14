package cn.ecopark.batch;

import java.util.Collection;
import java.util.Map;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.LegalRefusal;

/** Something that keeps cases from being decided on. */
public interface BatchHindrance {

	/**
	 * @param kind process of the batch, or kind of the document by which one body decides
	 * @return for each of these cases that is kept back, by its id, which rule keeps it;
	 * the others are left out
	 */
	Map<String, LegalRefusal> among(String kind, Collection<EcoCase> cases);

}
