package cn.ecopark.officialdocument;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.typesetting.manuscript.DeclaredFact;
import cn.ecopark.typesetting.manuscript.Facts;

import static org.assertj.core.api.Assertions.assertThat;

/** A document states what somebody entered, and nothing else. */
class StatedOnlyTest {

	/** What a document says happened, by the kind that may say so. */
	private static final Map<String, List<String>> STATEMENTS = Map.ofEntries(
			Map.entry("acceptanceNote", List.of("经省级主管部门于", "申报材料齐全、符合规定形式")),
			Map.entry("refusalOfAdmission", List.of("经省级主管部门于", "可以自收到", "再次申请")),
			Map.entry("refusalToForward", List.of("可以自收到", "再次申请")),
			Map.entry("notPassedNotice", List.of("可以自收到", "再次申请")),
			Map.entry("terminationNotice", List.of("可以自收到", "再次申请")), Map.entry("objectionRefusal", List.of("可以自收到")),
			Map.entry("correctionNotice", List.of("首次补正时未能提出")),
			Map.entry("panelOpinion",
					List.of("2018年2月4日考察了园区现场", "观看了宣传片", "听取了上海市工业综合开发区管理委员会关于", "审阅了有关材料", "进行了质询", "进行了讨论",
							"人提出了书面意见")),
			Map.entry("acceptanceOpinion",
					List.of("观看了宣传片", "听取了建设工作报告", "听取了验收报告", "听取了技术核查意见", "审阅了有关材料", "进行了质询", "闭门讨论", "人参加表决")),
			Map.entry("technicalCheckOpinion", List.of("听取了建设工作汇报", "查阅了", "核对了", "考察了重点项目现场", "进行了交流")),
			Map.entry("approvalToBuild", List.of("，经技术核查、考核验收，")),
			Map.entry("namingNotice", List.of("已通过技术核查、考核验收", "达到《综合类生态工业园区标准》")),
			Map.entry("publicNotice", List.of("已通过技术核查、考核验收", "达到相应标准的要求", "传　　真")));

	/** Words for what nobody has a field for. */
	private static final List<String> NEVER = List.of("全体", "一致", "按程序完成", "经组织专家论证", "专家技术核查和考核验收", "终止办理，不影响",
			"综合评分");

	static Stream<OfficialDocumentKind> kinds() {
		return DocumentsOnTable.kinds().of(ShippedPacks.FIRST).stream();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void statesNothingThatNobodyEntered(OfficialDocumentKind kind) throws IOException {
		String text = text(kind, bare(kind));

		assertThat(STATEMENTS.values().stream().flatMap(List::stream).collect(Collectors.toSet()))
			.noneMatch(text::contains);
		assertThat(NEVER).noneMatch(text::contains);
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void statesWhatWasEntered(OfficialDocumentKind kind) throws IOException {
		String text = text(kind, Facts.examples(kind.facts()));
		String inItsOwnWords = text(kind, Facts.examples(kind.facts()).text("introduction", ""));

		assertThat(STATEMENTS.getOrDefault(kind.key(), List.of())).allMatch(inItsOwnWords::contains)
			.allMatch(statement -> inItsOwnWords.indexOf(statement) == inItsOwnWords.lastIndexOf(statement));
		assertThat(kind.facts()
			.stream()
			.filter(fact -> fact.optional() && !fact.example().startsWith("是"))
			.filter(fact -> fact.type() == DeclaredFact.Type.TEXT && !Set.of("copies").contains(fact.name()))
			.map(fact -> fact.example().replaceAll("\\s", "")))
			.allMatch(example -> text.contains(example) || inItsOwnWords.contains(example));
	}

	/** Whoever is decided against is told why, and what may be done next. */
	@Test
	void tellsTheReasonAndTheRemedyInEveryRefusal() {
		List<OfficialDocumentKind> refusals = kinds()
			.filter(kind -> kind.facts().stream().anyMatch(fact -> fact.name().equals("grounds")))
			.toList();

		assertThat(refusals).extracting(OfficialDocumentKind::key)
			.containsExactlyInAnyOrder("refusalToForward", "refusalOfAdmission", "notPassedNotice", "terminationNotice",
					"objectionRefusal");
		assertThat(refusals).allSatisfy(kind -> {
			assertThat(kind.facts()).filteredOn(fact -> fact.name().equals("grounds"))
				.noneMatch(DeclaredFact::optional);
			assertThat(kind.facts()).extracting(DeclaredFact::name).contains("remedies");
			assertThat(kind.issuers()).hasSize(1);
			assertThat(kind.series()).isNotNull();
		});
	}

	/** What the course of a case always leaves behind, in words that state nothing. */
	private static Facts bare(OfficialDocumentKind kind) {
		Facts facts = Facts.empty();
		kind.facts().stream().filter(fact -> !fact.optional()).forEach(fact -> {
			switch (fact.type()) {
				case TEXT -> facts.text(fact.name(), "甲");
				case DATE -> facts.text(fact.name(), "2019年1月2日");
				case LIST -> facts.list(fact.name(), List.of("甲"));
				case TABLE -> {
					Map<String, String> row = new LinkedHashMap<>();
					fact.columns().forEach(column -> row.put(column.name(), "甲"));
					facts.table(fact.name(), List.of(row));
				}
			}
		});
		return facts;
	}

	private static String text(OfficialDocumentKind kind, Facts facts) throws IOException {
		byte[] pdf = DocumentsOnTable.composer()
			.compose(kind.key(), kind.release(), facts, DocumentsOnTable.imprint(kind))
			.pdf();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			// A page number between dashes may stand within a sentence.
			return new PDFTextStripper().getText(document)
				.replaceAll("(?m)^\\s*—\\s*\\d+\\s*—\\s*$", "")
				.replaceAll("\\s", "");
		}
	}

}
