package cn.ecopark.casefile;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.shared.RareMatters;

/** What is kept of cases, for tests that do without Spring. */
public final class CaseTables {

	private CaseTables() {
	}

	public static Cases cases(JdbcClient jdbc) {
		return new Cases(jdbc);
	}

	public static Opinions opinions(JdbcClient jdbc) {
		return new Opinions(jdbc, JsonMapper.builder().build());
	}

	public static Rectifications rectifications(JdbcClient jdbc, CaseTime time) {
		return new Rectifications(jdbc, new RareMatters(jdbc), time);
	}

	public static Suspensions suspensions(JdbcClient jdbc, WorkingDays workingDays, CaseTime time) {
		return new Suspensions(jdbc, new RareMatters(jdbc), workingDays, time);
	}

	public static CaseAccess access(JdbcClient jdbc, OpenSteps steps) {
		return new CaseAccess(cases(jdbc), new CaseParties(jdbc), steps);
	}

	/** The locks of dossiers that are about one case. */
	public static CaseLocks locks(JdbcClient jdbc) {
		return new CaseLocks(jdbc, new StaticListableBeanFactory().getBeanProvider(DossierCases.class));
	}

	/** Enters a case of a park. */
	public static void enter(JdbcClient jdbc, EcoCase ecoCase) {
		cases(jdbc).add(ecoCase);
	}

}
