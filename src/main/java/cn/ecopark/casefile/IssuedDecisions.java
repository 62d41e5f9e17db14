package cn.ecopark.casefile;

import java.util.Optional;

/** The documents that decide on cases; answered where they are issued. */
public interface IssuedDecisions {

	/**
	 * @return number of the newest issued document that names the park of the case
	 */
	Optional<String> decidedBy(String caseId);

}
