package cn.ecopark;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class TmpModulesTest {

	@Test
	void v() {
		System.out.println("VIOL " + ApplicationModules.of(EcoparkApplication.class).detectViolations().getMessages());
	}

}
