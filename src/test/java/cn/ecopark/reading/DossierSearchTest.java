package cn.ecopark.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.reading.DossierSearch.Found;
import cn.ecopark.reading.DossierSearch.Result;
import cn.ecopark.reading.Hit.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DossierSearchTest {

	private static final Actor READER = new Actor(2, "省厅经办", "320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY, "320000",
			Set.of(MemberRole.STAFF));

	private final ReadingDesk desk = new ReadingDesk();

	private DocumentVersion plan;

	private DocumentVersion report;

	@BeforeEach
	void handIn() {
		this.plan = this.desk.read("constructionPlan", 1, SamplePdf.of(List.of("目录"),
				List.of("园区工业用水重", "复利用率为 81.6%，高于", "Ｅｃｏ-Industrial 标准。"), List.of("工业用水、重复利用率")));
		this.report = this.desk.read("technicalReport", 1,
				SamplePdf.of(List.of("工业用水重复利用率", "工业用水重复利用率"), List.of("重复利用率")));
	}

	@Test
	void findsAPhraseBrokenOverTwoLines() {
		Result result = this.desk.search().inDocument(this.plan.id(), "工业用水重复利用率", READER);

		assertThat(result.documents()).singleElement().satisfies(found -> {
			assertThat(found.hits()).extracting(Hit::page).containsExactly(2);
			assertThat(found.hits().get(0).snippet()).contains(new Part("工业用水重复利用率", true));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "水", "利用", "８１.６％", "eco-industrial", "ECO-INDUSTRIAL  标准", "高于Eco" })
	void makesNoDifferenceOfWidthCaseAndSpaces(String query) {
		assertThat(this.desk.search().inDocument(this.plan.id(), query, READER).documents()).singleElement()
			.satisfies(found -> assertThat(found.hits()).extracting(Hit::page).contains(2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "用业", "水重利", "'", "\\", "' & 'x", "%" })
	void findsNothingElse(String query) {
		assertThat(this.desk.search().inDocument(this.report.id(), query, READER).documents()).isEmpty();
	}

	@Test
	void namesTheDocumentWithMostHitsFirst() {
		Result result = this.desk.search().inDossier(ReadingDesk.CASE, "重复利用率", READER);

		assertThat(result.documents()).extracting(Found::document).containsExactly(this.report, this.plan);
		assertThat(result.documents()).extracting(Found::count).containsExactly(3, 2);
		assertThat(result.searched()).isEqualTo(2);
	}

	@Test
	void findsPagesThatHoldAllOfSeveralWords() {
		assertThat(pages("标准 利用率")).containsExactly(2);
		assertThat(pages("标准 目录")).isEmpty();
	}

	@Test
	void showsNothingOfADossierTheReaderMayNotOpen() {
		assertThatExceptionOfType(NotYourCase.class)
			.isThrownBy(() -> this.desk.search().inDossier("case-2", "利用", READER));
	}

	private List<Integer> pages(String query) {
		return this.desk.search()
			.inDocument(this.plan.id(), query, READER)
			.documents()
			.stream()
			.flatMap(found -> found.hits().stream())
			.map(Hit::page)
			.collect(Collectors.toList());
	}

}
