package cn.ecopark.dossier;

import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.ReleaseId;

/**
 * Who may read the documents of a dossier; each module that has dossiers answers for its
 * own.
 */
public interface DossierAccess {

	/**
	 * @return whether the dossier is one of this module's
	 */
	boolean knows(String dossierId);

	/**
	 * @return the release by whose rules and words the dossier goes; only of those it
	 * knows
	 */
	ReleaseId release(String dossierId);

	/**
	 * @return whether the actor may read its documents
	 */
	boolean mayRead(Actor actor, String dossierId);

}
