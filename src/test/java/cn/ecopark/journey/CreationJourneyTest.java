package cn.ecopark.journey;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import cn.ecopark.casefile.*;
import cn.ecopark.organisation.*;
import cn.ecopark.park.*;

/** 泰州医药高新技术产业开发区, from its application to the approval to build. */
class CreationJourneyTest extends Journey {

	private static final String TAIZHOU = "泰州医药高新技术产业开发区";
	@Autowired OpenCase open; @Autowired People people; @Autowired Parks parks;

	@Test
	void carriesAParkFromApplicationToApproval() {
		Actor a = people.actor(people.bySignInName("taizhou.staff").get().id()).get();
		open.open(CaseKind.CREATION, parks.ofUnit(a.unitId()).get().id(), a);
		as("taizhou.staff").does(TAIZHOU, "提交申报", "SUBMIT");
		as("jiangsu.commerce").does(TAIZHOU, "商务部门提出初审意见", "AGREE");
		as("jiangsu.science").does(TAIZHOU, "科技部门提出初审意见", "AGREE");
		as("jiangsu.ecology").does(TAIZHOU, "省级初审", "FORWARD");
		as("office.one").does(TAIZHOU, "审查材料完整性", "ADMIT");
		as("craes.staff").does(TAIZHOU, "技术预审", "READY");
	}

}
