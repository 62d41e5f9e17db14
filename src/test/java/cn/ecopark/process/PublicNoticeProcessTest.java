package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class PublicNoticeProcessTest extends PublicNoticeRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.FIRST, "public-notice");

	PublicNoticeProcessTest() {
		super(ShippedPacks.FIRST);
	}

}
