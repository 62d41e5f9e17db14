package cn.ecopark.casefile;

import java.util.List;
import java.util.Locale;

import cn.ecopark.organisation.Actor;

/**
 * Pages on which something can be done with a case as a whole; other modules add theirs.
 */
public interface CaseLinks {

	/** A page, and what its link says. */
	record Link(String label, String url) {
	}

	/**
	 * @return what this reader can do with the case as it is now
	 */
	List<Link> of(EcoCase ecoCase, Actor reader, Locale locale);

}
