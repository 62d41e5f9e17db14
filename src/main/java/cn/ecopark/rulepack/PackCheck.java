package cn.ecopark.rulepack;

import java.util.List;

/**
 * Looks for what is wrong in a pack that is well read; implemented by each module that a
 * part of a pack is for.
 */
public interface PackCheck {

	/**
	 * @param files the pack was read from
	 * @return nothing when it may be released
	 */
	List<PackFinding> findings(RulePack pack, PackFiles files);

}
