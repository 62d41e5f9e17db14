package cn.ecopark.release;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;

/** Brings diagrams and forms of a release to where they are carried out. */
public interface PackDeployment {

	/** Takes part in the transaction that releases; from then on cases can begin. */
	void deploy(ReleaseId release, PackFiles files);

}
