package cn.ecopark.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.ModuleTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ModuleTest
class UnitsTest {

	@Autowired
	Units units;

	@Autowired
	ReferenceUnits reference;

	@Autowired
	JdbcClient jdbc;

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
	void knowsFourDepartmentsInEachProvince() {
		assertThat(this.units.provinces()).hasSize(32).first().extracting(Province::name).isEqualTo("北京市");
		for (Province province : this.units.provinces()) {
			for (UnitKind kind : List.of(ShippedKinds.PROVINCE_ECOLOGY, ShippedKinds.PROVINCE_COMMERCE,
					ShippedKinds.PROVINCE_SCIENCE, ShippedKinds.PROVINCE_INDUSTRY)) {
				assertThat(this.units.ofKindIn(kind, province.code())).as("%s of %s", kind, province).isPresent();
			}
		}
		assertThat(this.units.allOf(ShippedKinds.MINISTRY)).extracting(Unit::id)
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

		this.units.add(new Unit("PARK-4711", ShippedKinds.PARK, "320000",
				List.of(new UnitName("某园区", "某园区", null, null, "测试", true))));

		assertThat(this.units.get("PARK-4711").areaCode()).isEqualTo("320000");
		assertThat(this.units.allOf(ShippedKinds.PARK)).extracting(Unit::id).contains("PARK-4711");
	}

	@Test
	void namesTheOfficeAsOfTheDate() {
		assertThat(this.units.nameOn("OFFICE", LocalDate.of(2026, 1, 22))).isEqualTo("国家生态工业示范园区建设协调领导小组办公室");
		assertThat(this.units.shortNameOn("OFFICE", LocalDate.of(2026, 1, 23))).isEqualTo("协调机制办公室");
		assertThat(this.units.nameOn("EXPERTS", LocalDate.of(2026, 1, 23))).isEqualTo("生态工业园区专家库");
	}

	@Test
	void knowsKindsAndWhatTheyAreCalled() {
		assertThat(this.units.kinds()).extracting(UnitKind::level).isSorted();
		assertThat(this.units.kinds()).containsExactlyElementsOf(new ShippedKinds().kinds());
		assertThat(this.units.label(ShippedKinds.PROVINCE_INDUSTRY, Locale.CHINA)).isEqualTo("省级工业和信息化部门");
		assertThat(this.units.label(ShippedKinds.PROVINCE_INDUSTRY, Locale.ENGLISH))
			.isEqualTo("Provincial departments of industry");
		assertThat(this.units.isAt(UnitLevel.PROVINCE, "PROVINCE_INDUSTRY")).isTrue();
		assertThat(this.units.isAt(UnitLevel.CITY, "PROVINCE_INDUSTRY")).isFalse();
		assertThat(this.units.isAt(UnitLevel.PROVINCE, "NOBODY")).isFalse();
	}

	@Test
	void keepsTheLevelOfAKind() {
		assertThatThrownBy(
				() -> this.jdbc.sql("UPDATE unit_kind SET level = 'MINISTRY' WHERE code = 'PROVINCE_SCIENCE'").update())
			.hasMessageContaining("does not change");
		assertThatThrownBy(() -> this.jdbc
			.sql("INSERT INTO unit_kind (code, level, zh, en) VALUES ('OTHER_OFFICE', 'OFFICE', '另一办', 'Other')")
			.update()).hasMessageContaining("unit_kind_is_the_only_one");
	}

	@Test
	void refusesAnUnknownUnit() {
		assertThatThrownBy(() -> this.units.get("NOBODY")).isInstanceOf(UnknownUnit.class);
	}

}
