package cn.ecopark.casefile;

/** Tells whether somebody still has a step to do; answered by the work list. */
public interface OpenSteps {

	/**
	 * @return whether a task of that step is open in the dossier
	 */
	boolean isOpen(String dossierId, String taskKey);

}
