package cn.ecopark.dossier;

import java.util.Set;

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

	/**
	 * For one who may not read the dossier and still has to know by what was decided in
	 * it.
	 * @return kinds of documents; of all their versions the one handed in last is open to
	 * the actor, and nothing else
	 */
	default Set<String> openOutside(Actor actor, String dossierId) {
		return Set.of();
	}

}
