package cn.ecopark.worklist;

import java.util.Set;

import cn.ecopark.casefile.EcoCase;

/** What the diagrams still hold in store for a case. */
public interface StepsToCome {

	/**
	 * @param roles symbolic roles of the diagrams
	 * @return whether the case is at a step of one of them, or could still come to one,
	 * by whatever way
	 */
	boolean mayCome(EcoCase ecoCase, Set<String> roles);

}
