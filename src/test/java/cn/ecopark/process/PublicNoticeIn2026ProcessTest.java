package cn.ecopark.process;

import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

class PublicNoticeIn2026ProcessTest extends PublicNoticeRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "public-notice");

	PublicNoticeIn2026ProcessTest() {
		super(ShippedPacks.SECOND);
	}

}
