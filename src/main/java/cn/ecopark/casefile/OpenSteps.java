package cn.ecopark.casefile;

/** Tells whether somebody still has a step to do; answered by the work list. */
public interface OpenSteps {

	/**
	 * @return whether somebody still has a step of the same purpose to do in that stage
	 * of the dossier: those who vote side by side may do so in steps of their own
	 */
	boolean isOpen(String dossierId, Opinion.Step step);

}
