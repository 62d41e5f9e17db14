package cn.ecopark.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

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

	/** Fold of ADR 46; the words are those of another typist. */
	@ParameterizedTest
	@ValueSource(strings = { "环发〔2015〕167号", "环发[2015]167号", "环发（２０１５）167号", "HJ 274－2009", "hj274–2009", "规划——指南",
			"规划—指南", "“零排放”", "「零排放」", "《指南》", "〈指南〉", "阿·布", "阿•布", "环发【2015" })
	void kindsOfBracketsDashesQuotesAndDotsAreAlike(String query) {
		DocumentVersion letter = this.desk.read("provincialLetter", 1,
				SamplePdf.of(List.of("环发[2015]167号", "HJ 274-2009规划--指南", "\"零排放\"<指南>阿·布")));

		assertThat(this.desk.search().inDocument(letter.id(), query, READER).documents()).singleElement()
			.satisfies(found -> assertThat(found.hits()).extracting(Hit::page).containsExactly(1));
	}

	@Test
	void whatIsFoundIsShownAsItWasWritten() {
		DocumentVersion letter = this.desk.read("provincialLetter", 1, SamplePdf.of(List.of("按环发[2015]167号--执行")));

		assertThat(this.desk.search().inDocument(letter.id(), "〔2015〕167号-执", READER).documents()).singleElement()
			.satisfies(found -> assertThat(found.hits().get(0).snippet()).contains(new Part("[2015]167号--执", true)));
	}

	/** Pages that were read before the fold was that of all searches. */
	@Test
	void pagesReadBeforeAreFoundAfterTheMigration() throws IOException {
		DocumentVersion letter = this.desk.read("provincialLetter", 1, SamplePdf.of(List.of("环发〔2015〕167号")));
		this.desk.jdbc.sql("""
				UPDATE document_page SET bigrams = array_to_tsvector(ARRAY['环', '发', '环发', '发〔', '〔2', '号'])
				 WHERE sha256 = :sha256""").param("sha256", letter.sha256()).update();
		assertThat(this.desk.search().inDocument(letter.id(), "环发(2015", READER).documents()).isEmpty();

		String migration = new ClassPathResource("db/migration/V180__search_documents_and_audit_by_the_one_fold.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		for (String statement : migration.substring(0, migration.indexOf("COMMENT")).split(";\n\n")) {
			this.desk.jdbc.sql(statement).update();
		}

		assertThat(this.desk.search().inDocument(letter.id(), "环发(2015", READER).documents()).hasSize(1);
		assertThat(this.desk.search().inDocument(letter.id(), "167号", READER).documents()).hasSize(1);
	}

	/** Two programs fold: each of them what the other would. */
	@Test
	void foldsLikeTheDatabase() {
		List<String> texts = IntStream.range(1, 0x10000)
			.filter(point -> Character.isDefined(point) && Character.getType(point) != Character.SURROGATE)
			.mapToObj(Character::toString)
			.filter(text -> !NormalText.normal(text).isEmpty())
			.collect(Collectors.toCollection(ArrayList::new));
		texts.addAll(List.of("--", "a—–-b", "（1）", "-—(", "《《a》》——"));
		List<String> byDatabase = this.desk.jdbc
			.sql("SELECT folded(one.text) FROM unnest(:texts) WITH ORDINALITY AS one (text, place) ORDER BY one.place")
			.param("texts", texts.stream().map(NormalText::normal).toArray(String[]::new))
			.query(String.class)
			.list();

		List<String> differing = new ArrayList<>();
		for (int at = 0; at < texts.size(); at++) {
			if (!FoldedText.folded(texts.get(at)).equals(byDatabase.get(at))) {
				differing.add(texts.get(at));
			}
		}
		assertThat(differing).isEmpty();
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
