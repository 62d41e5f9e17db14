package cn.ecopark.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.CaseRefusals.NoDepartment;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpeningRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.City;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.UnitName;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.PackRefused;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A pack may let departments take part that no program knows, those of a city too. */
@TestPropertySource(properties = "spring.application.name=kinds-of-units")
class KindsOfUnitsTest extends DecisionScene {

	private static final UnitKind CITY_ECOLOGY = new UnitKind("CITY_ECOLOGY", UnitLevel.CITY);

	@Autowired
	private ApplicationContext context;

	@Autowired
	private RulePacks packs;

	@Autowired
	private Units units;

	@Autowired
	private CaseParties parties;

	@Autowired
	private CaseAccess access;

	@Autowired
	private OpeningRules rules;

	@Test
	void aCityTakesPartOnceItsKindAndItsUnitAreEntered() {
		Map<String, String> ofCities = Map.of("roles.yaml",
				data("roles.yaml").replace("unitKind: PROVINCE_SCIENCE", "unitKind: CITY_ECOLOGY"));
		TestReleases releases = new TestReleases(this.context);
		assertThatThrownBy(() -> releases.release("2015-167", Map.of(), ofCities)).isInstanceOf(PackRefused.class)
			.hasMessageContaining("CITY_ECOLOGY");

		this.units.add(CITY_ECOLOGY, new Words("市级生态环境部门", "City departments of ecology"));
		this.units.add(new City("320500", "320000", "苏州市", "苏州", "测试", true));
		this.units.add(new City("320200", "320000", "无锡市", "无锡", "测试", true));
		ReleaseId release = releases.release("2015-167", Map.of(), ofCities);
		try {
			Park nowhere = park(null);
			assertThatThrownBy(() -> apply(nowhere)).isInstanceOf(NoDepartment.class);
			assertThat(this.rules.obstacle(this.packs.get(release).kindOfCase("creation"), nowhere))
				.hasValueSatisfying(obstacle -> assertThat(obstacle).isInstanceOf(NoDepartment.class));
			Park suzhou = park("320500");
			assertThatThrownBy(() -> apply(suzhou)).isInstanceOf(NoDepartment.class);

			this.units.add(new Unit("320500-CITY_ECOLOGY", CITY_ECOLOGY, "320500",
					List.of(new UnitName("苏州市生态环境局", "苏州生态环境局", null, null, "测试", true))));
			EcoCase opened = apply(suzhou);

			assertThat(opened.release()).isEqualTo(release);
			assertThat(opened.park().cityCode()).isEqualTo("320500");
			assertThat(this.parties.unitInRole(opened.id(), "PROVINCE_SCIENCE")).contains("320500-CITY_ECOLOGY");
			assertThat(this.parties.unitInRole(opened.id(), "PROVINCE_ECOLOGY")).contains("320000-ECOLOGY");
			submitted(opened);
			assertThat(this.access.read(ofCity("320500"), opened.id()).id()).isEqualTo(opened.id());
			assertThatThrownBy(() -> this.access.read(ofCity("320200"), opened.id())).isInstanceOf(NotYourCase.class);
			assertThat(this.cases.ofParks(List.of(suzhou.id()), ofCity("320500"))).hasSize(1);
			assertThat(this.cases.ofParks(List.of(suzhou.id()), ofCity("320200"))).isEmpty();
		}
		finally {
			releases.withdraw(release);
		}
		EcoCase before = opened("creation");
		assertThat(before.park().cityCode()).isNull();
		assertThat(this.parties.unitInRole(before.id(), "PROVINCE_SCIENCE")).contains("320000-SCIENCE");
	}

	private void submitted(EcoCase opened) {
		this.jdbc.sql("UPDATE eco_case SET status = :open WHERE id = :id")
			.param("open", CaseStatus.OPEN.name())
			.param("id", opened.id())
			.update();
	}

	private EcoCase apply(Park park) {
		return this.openCase.open("creation", park.id(), person("园区经办", park.unitId(), ShippedKinds.PARK));
	}

	private Park park(String cityCode) {
		return this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000", cityCode));
	}

	private static Actor ofCity(String code) {
		return new Actor(1, "市局经办", code + "-CITY_ECOLOGY", CITY_ECOLOGY, code, Set.of(MemberRole.STAFF));
	}

	private String data(String file) {
		return this.packs.files(this.packs.current("2015-167").release()).text(file).orElseThrow();
	}

}
