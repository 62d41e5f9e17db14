package cn.ecopark.rulepack;

/** What a module above knows of rule packs, and checks in them. */
public interface PackPart {

	/**
	 * @param files of the pack
	 * @param pack as it was read; entries that could not be read have stand-ins, of which
	 * nothing is told
	 */
	void check(PackFiles files, RulePack pack, PackFindings findings);

}
