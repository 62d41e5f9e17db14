package cn.ecopark.rulepack;

/** The packs that come with the system, for tests without a database. */
public final class ShippedPacks {

	private static final RulePacks ALL = new RulePacks();

	private ShippedPacks() {
	}

	public static RulePacks all() {
		return ALL;
	}

}
