package cn.ecopark.organisation;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import cn.ecopark.ModuleTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ModuleTest
class UnitsTest {

	@Autowired
	Units units;

	@Autowired
	ReferenceUnits reference;

	@Test
	void namesTheMinistryAsOfTheDate() {
		assertThat(this.units.nameOn("MEE", LocalDate.of(2013, 4, 18))).isEqualTo("环境保护部");
		assertThat(this.units.nameOn("MEE", LocalDate.of(2018, 3, 18))).isEqualTo("环境保护部");
		assertThat(this.units.nameOn("MEE", LocalDate.of(2018, 3, 19))).isEqualTo("生态环境部");
		assertThat(this.units.nameOn("MEE", LocalDate.of(2019, 7, 5))).isEqualTo("生态环境部");
	}

	@Test
	void namesProvincialDepartmentsAsOfTheDate() {
		assertThat(this.units.nameOn("310000-ECOLOGY", LocalDate.of(2018, 2, 6))).isEqualTo("上海市环境保护局");
		assertThat(this.units.nameOn("310000-ECOLOGY", LocalDate.of(2019, 6, 3))).isEqualTo("上海市生态环境局");
		assertThat(this.units.nameOn("460000-ECOLOGY", LocalDate.of(2017, 1, 1))).isEqualTo("海南省生态环境保护厅");
		assertThat(this.units.nameOn("120000-COMMERCE", LocalDate.of(2019, 6, 3))).isEqualTo("天津市商务局");
		assertThat(this.units.nameOn("310000-SCIENCE", LocalDate.of(2019, 6, 3))).isEqualTo("上海市科学技术委员会");
	}

	@Test
	void knowsThreeDepartmentsInEachProvince() {
		assertThat(this.units.provinces()).hasSize(32).first().extracting(Province::name).isEqualTo("北京市");
		for (Province province : this.units.provinces()) {
			for (UnitKind kind : List.of(UnitKind.PROVINCE_ECOLOGY, UnitKind.PROVINCE_COMMERCE,
					UnitKind.PROVINCE_SCIENCE)) {
				assertThat(this.units.byKindAndProvince(kind, province.code())).as("%s of %s", kind, province)
					.isPresent();
			}
		}
		assertThat(this.units.allOf(UnitKind.MINISTRY)).extracting(Unit::id)
			.containsExactly("MEE", "MIIT", "MOFCOM", "MOST");
	}

	@Test
	void loadsReferenceUnitsAgainWithoutDoublingThem() {
		int names = this.units.get("MEE").names().size();

		this.reference.afterPropertiesSet();

		assertThat(this.units.get("MEE").names()).hasSize(names);
	}

	@Test
	void seesAnAddedUnitAtOnce() {
		assertThat(this.units.find("PARK-4711")).isEmpty();

		this.units.add(new Unit("PARK-4711", UnitKind.PARK, "320000",
				List.of(new UnitName("某园区", "某园区", null, null, "测试", true))));

		assertThat(this.units.get("PARK-4711").provinceCode()).isEqualTo("320000");
		assertThat(this.units.allOf(UnitKind.PARK)).extracting(Unit::id).contains("PARK-4711");
	}

	@Test
	void refusesAnUnknownUnit() {
		assertThatThrownBy(() -> this.units.get("NOBODY")).isInstanceOf(UnknownUnit.class);
	}

}
