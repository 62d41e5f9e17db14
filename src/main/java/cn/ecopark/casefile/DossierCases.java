package cn.ecopark.casefile;

import java.util.List;

/**
 * Which cases a dossier is about that is not a case itself; answered by each module that
 * has such dossiers.
 */
public interface DossierCases {

	/**
	 * @return ids of the cases that a decision in the dossier may change; none where the
	 * dossier is not one of this module's
	 */
	List<String> casesOf(String dossierId);

}
