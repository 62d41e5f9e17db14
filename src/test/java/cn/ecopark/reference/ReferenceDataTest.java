package cn.ecopark.reference;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.ModuleTest;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What holds on a day, on both sides of the day on which it changes. */
@ModuleTest
class ReferenceDataTest {

	private static final String PACK = "2015-167";

	@Autowired
	ReferenceData reference;

	@Autowired
	ShippedReference shipped;

	@Autowired
	JointParties parties;

	@Autowired
	ReferenceInPacks part;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	/**
	 * An entry is told in the names that held with it, whatever the day on which it is
	 * read.
	 */
	@Test
	void tellsAnEntryInTheNamesOfItsTime() {
		Dated<List<String>> late = this.parties.of(new Series(Series.Kind.PARTIES, PACK))
			.stream()
			.filter(entry -> LocalDate.of(2023, 3, 1).equals(entry.from()))
			.findFirst()
			.orElseThrow();

		assertThat(this.parties.told(late.value(), late.nearest(LocalDate.of(2018, 1, 2)))).startsWith("生态环境部、");
		assertThat(this.parties.told(late.value(), LocalDate.of(2018, 1, 2))).startsWith("环境保护部、");
		assertThat(late.nearest(LocalDate.of(2024, 1, 2))).isEqualTo(LocalDate.of(2024, 1, 2));
		assertThat(this.parties.of(new Series(Series.Kind.PARTIES, PACK)).get(0).nearest(LocalDate.of(2024, 1, 2)))
			.isEqualTo(LocalDate.of(2023, 2, 28));
	}

	@Test
	void namesThePartiesOfTheDayTheLeadBodyFirst() {
		assertThat(this.reference.partiesOn(PACK, LocalDate.of(2015, 12, 15))).isEmpty();
		assertThat(this.reference.partiesOn(PACK, LocalDate.of(2015, 12, 16))).containsExactly("MEE", "MOFCOM", "MOST");
		assertThat(this.reference.partiesOn(PACK, LocalDate.of(2023, 2, 28))).containsExactly("MEE", "MOFCOM", "MOST");
		assertThat(this.reference.partiesOn(PACK, LocalDate.of(2023, 3, 1))).containsExactly("MEE", "MOFCOM", "MIIT");
		assertThat(this.reference.partiesOn("none", LocalDate.of(2023, 3, 1))).isEmpty();
	}

	@Test
	void refusesAJointDecisionThatIsNobodys() {
		assertThatThrownBy(() -> this.reference.requirePartiesOn(PACK, LocalDate.of(2015, 12, 15), "甲园区"))
			.isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
				assertThat(refusal.problem()).isEqualTo("law.no-body-decides");
				assertThat(refusal.arguments()).containsExactly("甲园区");
			});
		assertThat(this.reference.requirePartiesOn(PACK, LocalDate.of(2015, 12, 16), "甲园区")).hasSize(3);
	}

	@Test
	void namesTheTechnicalUnitOfAProcedure() {
		assertThat(this.reference.technicalUnitOn(PACK, "creation", LocalDate.of(2015, 12, 15))).isEmpty();
		assertThat(this.reference.technicalUnitOn(PACK, "creation", LocalDate.of(2015, 12, 16))).contains("CRAES");
		assertThat(this.reference.technicalUnitOn(PACK, "recheck", LocalDate.of(2029, 1, 1))).contains("NIES");
		assertThat(this.reference.technicalUnitOn(PACK, "revocation", LocalDate.of(2029, 1, 1))).isEmpty();
	}

	@Test
	void namesTheTitleOfTheDay() {
		assertThat(this.reference.requireTitleOn(PACK, LocalDate.of(2020, 12, 31)).zh()).isEqualTo("国家生态工业示范园区");
		assertThat(this.reference.requireTitleOn(PACK, LocalDate.of(2021, 1, 1)).zh()).isEqualTo("生态文明建设示范区（生态工业园区）");
		assertThatThrownBy(() -> this.reference.requireTitleOn(PACK, LocalDate.of(2015, 12, 15)))
			.isInstanceOf(ReferenceRefusals.NoTitle.class);
	}

	@Test
	void loadsASeriesOnceAndKeepsWhatIsThere() {
		LocalDate day = LocalDate.of(2023, 3, 1);
		this.jdbc.sql("""
				UPDATE joint_party SET unit_id = 'MOST' WHERE unit_id = 'MIIT' AND parties_id =
				    (SELECT id FROM joint_parties WHERE pack = :pack AND valid_from = :from)
				""").param("pack", PACK).param("from", day).update();

		this.shipped.afterPropertiesSet();

		assertThat(this.reference.partiesOn(PACK, day)).containsExactly("MEE", "MOFCOM", "MOST");
		this.jdbc.sql("""
				UPDATE joint_party SET unit_id = 'MIIT' WHERE unit_id = 'MOST' AND parties_id =
				    (SELECT id FROM joint_parties WHERE pack = :pack AND valid_from = :from)
				""").param("pack", PACK).param("from", day).update();
	}

	@Test
	void theDatabaseTakesNeitherGapNorOverlap() {
		adds("gap", LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));
		assertThatThrownBy(() -> adds("gap", LocalDate.of(2021, 1, 2), null))
			.isInstanceOfAny(DataAccessException.class, TransactionSystemException.class)
			.rootCause()
			.hasMessageContaining("gap or overlap before 2021-01-02");
		assertThatThrownBy(() -> adds("gap", LocalDate.of(2020, 12, 31), null))
			.isInstanceOfAny(DataAccessException.class, TransactionSystemException.class)
			.rootCause()
			.hasMessageContaining("gap or overlap before 2020-12-31");
		adds("gap", LocalDate.of(2021, 1, 1), null);

		assertThat(this.parties.of(Series.of(Series.Kind.PARTIES, "gap"))).extracting(Dated::from, Dated::to)
			.containsExactly(tuple(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1)),
					tuple(LocalDate.of(2021, 1, 1), null));
	}

	private void adds(String pack, LocalDate from, @Nullable LocalDate to) {
		this.transaction.executeWithoutResult(status -> this.parties.add(Series.of(Series.Kind.PARTIES, pack),
				new Dated<>(0, List.of("MEE"), from, to, "测试", true)));
	}

	@Test
	void lacksNothingForTheShippedPack() {
		assertThat(findings(Map.of())).isEmpty();
	}

	@Test
	void findsThatNobodyDecidesUnderAPackThatItDoesNotKnow() {
		Map<String, String> edits = Map.of("id: \"2015-167\"", "id: unknown");

		assertThat(findings(edits))
			.contains(tuple("validFrom", "reference.nobodyDecides"), tuple("validFrom", "reference.noTitle"),
					tuple("processes.creation.parties", "reference.noTechnicalUnit"),
					tuple("processes.recheck.parties", "reference.noTechnicalUnit"))
			.doesNotContain(tuple("processes.revocation.parties", "reference.noTechnicalUnit"));
	}

	@Test
	void findsThatNobodyDecidesInTheFirstDaysOfAPack() {
		assertThat(findings(Map.of("validFrom: \"2015-12-16\"", "validFrom: \"2015-12-15\"")))
			.contains(tuple("validFrom", "reference.nobodyDecides"));
		assertThat(findings(Map.of("validFrom: \"2015-12-16\"", "validFrom: \"2015-12-17\"")))
			.doesNotContain(tuple("validFrom", "reference.nobodyDecides"));
	}

	@Test
	void findsATechnicalUnitThatNobodyNames() {
		assertThat(findings(Map.of("parties: [PARK, PROVINCE_ECOLOGY, PROVINCE_COMMERCE, PROVINCE_SCIENCE]",
				"parties: [PARK, TECHNICAL_UNIT]")))
			.contains(tuple("processes.revocation.parties", "reference.noTechnicalUnit"));
	}

	private List<Tuple> findings(Map<String, String> edits) {
		Map<String, byte[]> files = new HashMap<>(PackFiles.shipped(PACK).all());
		files.computeIfPresent("pack.yaml", (file, content) -> {
			String text = new String(content, StandardCharsets.UTF_8);
			for (Map.Entry<String, String> edit : edits.entrySet()) {
				assertThat(text).contains(edit.getKey());
				text = text.replace(edit.getKey(), edit.getValue());
			}
			return text.getBytes(StandardCharsets.UTF_8);
		});
		return new PackCheck(List.of(this.part)).check(PackFiles.of(files))
			.stream()
			.map(finding -> tuple(finding.place(), finding.key()))
			.toList();
	}

}
