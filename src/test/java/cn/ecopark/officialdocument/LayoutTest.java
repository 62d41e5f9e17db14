package cn.ecopark.officialdocument;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.typesetting.Composition;
import cn.ecopark.typesetting.Composition.Place;
import cn.ecopark.typesetting.Composition.SealPlace;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.Imprint.SigningBody;
import cn.ecopark.typesetting.SetPage;
import cn.ecopark.typesetting.SetPage.Box;
import cn.ecopark.typesetting.SetPage.Glyph;
import cn.ecopark.typesetting.SetPage.Row;
import cn.ecopark.typesetting.manuscript.Facts;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents read back from the PDF and held against the measures of GB/T 9704-2012. */
class LayoutTest {

	private static final Offset<Float> TOLERANCE = Offset.offset(0.5f);

	private static final float LEFT = 28;

	private static final float RIGHT = 28 + 156;

	private static final float TOP = 37;

	private static final float BOTTOM = 37 + 225;

	/** 3号. */
	private static final float CHARACTER = 16 * 25.4f / 72;

	private static final float LINE = (225 - CHARACTER) / 21;

	private static final float CELL = 156f / 28;

	private static final String SENTENCE = "园区坚持生态优先绿色发展的理念全面推进产业生态化改造提升资源能源利用效率降低污染物排放强度";

	@Test
	void fullPageHas22LinesOf28Characters() throws IOException {
		SetPage page = SetPage.of(letterOf(SENTENCE.repeat(40)).pdf()).get(1);

		assertThat(page.body()).hasSize(22).allSatisfy((row) -> assertThat(row.glyphs()).hasSize(28));
		assertThat(page.body().get(0).top()).isCloseTo(TOP, TOLERANCE);
		assertThat(page.body().get(21).bottom()).isCloseTo(BOTTOM, TOLERANCE);
		assertThat(page.body()).allSatisfy((row) -> {
			assertThat(row.left()).isCloseTo(LEFT, TOLERANCE);
			assertThat(row.right()).isCloseTo(RIGHT, TOLERANCE);
		});
	}

	@Test
	void headOfADocumentStandsAsTheStandardSays() throws IOException {
		SetPage page = SetPage.of(naming(1).pdf()).get(0);

		Row mark = page.row("生态环境部文件");
		assertThat(mark.top()).isCloseTo(TOP + 35, TOLERANCE);
		assertThat(mark.middle()).isCloseTo(LEFT + 78, TOLERANCE);
		Row number = page.row("环发〔2019〕12号");
		assertThat(number.top() - mark.bottom()).isCloseTo(2 * LINE, TOLERANCE);
		assertThat(number.middle()).isCloseTo(LEFT + 78, TOLERANCE);
		assertThat(number.size()).isEqualTo(16);
		Box line = page.rules().get(0);
		assertThat(line.middle() - number.bottom()).isCloseTo(4, TOLERANCE);
		assertThat(line.x()).isCloseTo(LEFT, TOLERANCE);
		assertThat(line.width()).isCloseTo(156, TOLERANCE);
		assertThat(line.colour()).containsExactly(1f, 0.2f, 0.2f);
	}

	@Test
	void titleStandsTwoLinesBelowTheRedLineAndTheTextOneLineBelowIt() throws IOException {
		SetPage page = SetPage.of(naming(1).pdf()).get(0);

		List<Row> title = page.rows().stream().filter((row) -> Math.abs(row.size() - 22) < 0.1).toList();
		assertThat(title).hasSize(2).allSatisfy((row) -> assertThat(row.middle()).isCloseTo(LEFT + 78, TOLERANCE));
		assertThat(title.get(0).top() - page.rules().get(0).middle()).isCloseTo(2 * LINE, TOLERANCE);
		Row addressee = page.row("上海市工业综合开发区管理委员会");
		assertThat(addressee.top() - title.get(1).top()).isCloseTo(2 * LINE, TOLERANCE);
		assertThat(addressee.left()).isCloseTo(LEFT, TOLERANCE);
		assertThat(addressee.text()).endsWith("：");
		Row paragraph = page.row("根据");
		assertThat(paragraph.left()).isCloseTo(LEFT + 2 * CELL, TOLERANCE);
	}

	@Test
	void jointMarkStacksTheBodiesLeadFirst() throws IOException {
		SetPage page = SetPage.of(naming(3).pdf()).get(0);

		Row lead = page.row("生态环境部");
		Row second = page.rows().stream().filter((row) -> row.text().startsWith("商")).findFirst().orElseThrow();
		assertThat(lead.top()).isCloseTo(TOP + 35, TOLERANCE);
		assertThat(second.top()).isGreaterThan(lead.bottom());
		Glyph last = lead.glyphs().get(4);
		Glyph spread = second.glyphs().stream().filter((glyph) -> glyph.text().equals("部")).findFirst().orElseThrow();
		assertThat(spread.x()).isCloseTo(last.x(), TOLERANCE);
	}

	@Test
	void dateAndSealsStandAsTheStandardSays() throws IOException {
		Composition document = naming(3);
		Place date = document.date().orElseThrow();

		Row row = SetPage.of(document.pdf()).get(date.page() - 1).row("2019年7月5日");
		assertThat(row.right()).isCloseTo(RIGHT - 4 * CELL, TOLERANCE);
		assertThat(date.x()).isCloseTo(row.left(), TOLERANCE);
		Place last = document.seals().get(2).place();
		assertThat(middle(last)).isCloseTo(row.middle(), TOLERANCE);
		assertThat(row.bottom()).isBetween(last.y(), last.y() + last.height());
		sealsAreApartAndInside(document);
		List<Row> body = SetPage.of(document.pdf()).get(date.page() - 1).body();
		float textEnd = body.stream()
			.filter((line) -> line.bottom() < last.y())
			.map(Row::bottom)
			.max(Float::compare)
			.orElseThrow();
		assertThat(document.seals().get(0).place().y() - textEnd).isBetween(0.5f, LINE);
	}

	@Test
	void backMatterEndsWithTheTypeArea() throws IOException {
		List<SetPage> pages = SetPage.of(naming(1).pdf());
		SetPage last = pages.get(pages.size() - 1);

		List<Box> rules = last.rules();
		assertThat(rules).hasSize(3).allSatisfy((rule) -> assertThat(rule.width()).isCloseTo(156, TOLERANCE));
		List<Box> sorted = rules.stream().sorted((one, other) -> Float.compare(one.top(), other.top())).toList();
		assertThat(sorted.get(2).middle()).isCloseTo(BOTTOM, TOLERANCE);
		assertThat(sorted.get(0).height()).isCloseTo(0.35f, Offset.offset(0.01f));
		assertThat(sorted.get(1).height()).isCloseTo(0.25f, Offset.offset(0.01f));
		assertThat(sorted.get(2).height()).isCloseTo(0.35f, Offset.offset(0.01f));
		Row copies = last.row("抄送：");
		assertThat(copies.size()).isEqualTo(14);
		assertThat(copies.left()).isCloseTo(LEFT + 14 * 25.4f / 72, TOLERANCE);
		assertThat(last.texts()).anyMatch((text) -> text.endsWith("2019年7月5日印发"));
	}

	@Test
	void pageNumbersStandAtTheOuterEdgeSevenMillimetresBelow() throws IOException {
		List<SetPage> pages = SetPage.of(naming(1).pdf());

		for (SetPage page : pages) {
			Row number = page.row("— " + page.number() + " —");
			assertThat(number.size()).isEqualTo(14);
			Glyph dash = number.glyphs().get(0);
			assertThat(dash.base() - 0.38f * 14 * 25.4f / 72).isCloseTo(BOTTOM + 7, TOLERANCE);
			float indent = 14 * 25.4f / 72;
			if (page.number() % 2 == 1) {
				Glyph end = number.glyphs()
					.stream()
					.filter((glyph) -> glyph.text().equals("—"))
					.reduce((a, b) -> b)
					.orElseThrow();
				assertThat(end.x() + end.width()).isCloseTo(RIGHT - indent, TOLERANCE);
			}
			else {
				assertThat(number.left()).isCloseTo(LEFT + indent, TOLERANCE);
			}
		}
	}

	@Test
	void letterStandsBetweenRedDoubleLines() throws IOException {
		SetPage page = SetPage.of(letterOf(SENTENCE).pdf()).get(0);

		assertThat(page.rows().get(0).top()).isCloseTo(30, TOLERANCE);
		List<Box> red = page.rules();
		assertThat(red).hasSize(4).allSatisfy((rule) -> {
			assertThat(rule.width()).isCloseTo(170, TOLERANCE);
			assertThat(rule.colour()).containsExactly(1f, 0.2f, 0.2f);
		});
		assertThat(red.get(0).height()).isGreaterThan(red.get(1).height());
		assertThat(red.get(0).middle() - page.rows().get(0).bottom()).isCloseTo(4, TOLERANCE);
		assertThat(red.get(3).middle()).isCloseTo(297 - 20, TOLERANCE);
		assertThat(page.row("示范园办〔2019〕7号").right()).isCloseTo(RIGHT, TOLERANCE);
		assertThat(page.texts()).noneMatch((text) -> text.startsWith("— 1"));
	}

	@Test
	void tenBodiesSignWithoutTouchingAndWithTextAboveThem() throws IOException {
		Composition document = naming(10);
		List<SetPage> pages = SetPage.of(document.pdf());

		sealsAreApartAndInside(document);
		assertThat(document.seals()).hasSize(10);
		assertThat(pages.get(0).body()).anyMatch((row) -> row.text().startsWith("根据"));
		Place first = document.seals().get(0).place();
		assertThat(pages.get(first.page() - 1).body().stream().filter((row) -> row.bottom() < first.y()).count())
			.isGreaterThanOrEqualTo(2);
		Place last = document.seals().get(9).place();
		assertThat(document.date().orElseThrow().page()).isEqualTo(last.page());
		Map<Float, Long> rows = document.seals()
			.stream()
			.collect(Collectors.groupingBy((seal) -> seal.place().page() * 1000 + seal.place().y(),
					Collectors.counting()));
		assertThat(rows.values()).containsExactlyInAnyOrder(3L, 3L, 3L, 1L);
	}

	@Test
	void signatureNeverStandsOnAPageWithoutText() throws IOException {
		for (int lines = 1; lines <= 24; lines++) {
			Composition document = letterOf("一".repeat(28 * lines));

			Place seal = document.seals().get(0).place();
			SetPage page = SetPage.of(document.pdf()).get(seal.page() - 1);
			assertThat(page.body().stream().filter((row) -> row.bottom() < seal.y())).as("%d lines", lines)
				.hasSizeGreaterThanOrEqualTo(2);
		}
	}

	/** As before where the text ends with a table. */
	@Test
	void signatureNeverStandsOnAPageWithoutARowOfTheTable() throws IOException {
		OfficialDocumentKind kind = DocumentsOnTable.kinds().get(ShippedPacks.FIRST, "rectificationNotice");
		for (int rows = 4; rows <= 22; rows++) {
			String table = "标题：表\n\n【表 1】\n| 项目 |\n" + "| 甲项 |\n".repeat(rows);
			Composition document = DocumentsOnTable.composer().preview(kind, table, DocumentsOnTable.imprint(kind));

			Place seal = document.seals().get(0).place();
			SetPage page = SetPage.of(document.pdf()).get(seal.page() - 1);
			assertThat(page.rows().stream().filter((row) -> row.text().equals("甲项") && row.bottom() < seal.y()))
				.as("%d rows", rows)
				.hasSizeGreaterThanOrEqualTo(2);
		}
	}

	/** Seals of ministries, 50 mm each: 国发〔1999〕25号, 3. */
	@Test
	void threeSealsOfMinistriesStandInOneRow() {
		List<SigningBody> bodies = DocumentsOnTable.joint(3)
			.bodies()
			.stream()
			.map((body) -> new SigningBody(body.name(), new DocumentsOnTable.Ring(50)))
			.toList();
		Composition document = compose("namingNotice", examples("namingNotice"),
				new Imprint("环发〔2019〕12号", DocumentsOnTable.DAY, bodies, null));

		sealsAreApartAndInside(document);
		assertThat(document.seals()).allSatisfy((seal) -> assertThat(seal.place().width()).isEqualTo(50));
		assertThat(document.seals().stream().map((seal) -> seal.place().y()).distinct()).hasSize(1);
	}

	/**
	 * 代章: whose seal it is stands in brackets between the name and the date, all under
	 * the seal.
	 */
	@Test
	void aSealThatStandsInIsNamedUnderTheName() throws IOException {
		Composition document = letterOf(SENTENCE);
		Place seal = document.seals().get(0).place();
		SetPage page = SetPage.of(document.pdf()).get(seal.page() - 1);

		Row standIn = page.row("（生态环境部科技与财务司代章）");
		Row name = page.rows().get(page.rows().indexOf(standIn) - 1);
		Row date = page.row("2019年7月5日");
		assertThat(name.text()).endsWith("领导小组办公室");
		assertThat(standIn.middle()).isCloseTo(name.middle(), TOLERANCE);
		assertThat(standIn.top()).isGreaterThan(name.bottom());
		assertThat(date.top()).isGreaterThan(standIn.bottom());
		assertThat(standIn.right()).isLessThanOrEqualTo(RIGHT + 0.5f);
		assertThat(name.top()).isGreaterThan(seal.y());
		assertThat(date.bottom()).isLessThan(seal.y() + seal.height());
		assertThat(page.texts()).noneMatch(text -> text.startsWith("（") && text.contains("办公室代章"));
	}

	@Test
	void aSealOfItsOwnIsNotNamed() throws IOException {
		Composition document = compose("rectificationNotice", examples("rectificationNotice"),
				DocumentsOnTable.signed("示范园办〔2019〕7号", List.of("某办公室")));

		assertThat(SetPage.of(document.pdf()).stream().flatMap(page -> page.texts().stream())).contains("某办公室")
			.noneMatch(text -> text.contains("代章"));
	}

	@Test
	void theDayOfPrintingIsThatOfIssueOrAnotherOrIsNotStated() throws IOException {
		assertThat(lastLines(new Imprint.Printing(true, DocumentsOnTable.DAY))).contains("生态环境部办公厅2019年7月5日印发");
		assertThat(lastLines(new Imprint.Printing(true, DocumentsOnTable.DAY.plusDays(3))))
			.contains("生态环境部办公厅2019年7月8日印发");
		assertThat(lastLines(new Imprint.Printing(true, null))).contains("生态环境部办公厅　　年　月　日印发");
		assertThat(lastLines(new Imprint.Printing(false, null))).contains("生态环境部办公厅")
			.noneMatch(text -> text.endsWith("印发"));
	}

	private static List<String> lastLines(Imprint.Printing printing) throws IOException {
		Imprint joint = DocumentsOnTable.joint(3);
		List<SetPage> pages = SetPage.of(compose("namingNotice", examples("namingNotice"),
				new Imprint(joint.number(), joint.issuedOn(), printing, joint.bodies(), null))
			.pdf());
		return pages.get(pages.size() - 1).texts();
	}

	@Test
	void saysItWasMadeInTheTimeOfItsCase() throws IOException {
		try (PDDocument document = Loader.loadPDF(naming(3).pdf())) {
			assertThat(document.getDocumentInformation().getCreationDate().toInstant())
				.isEqualTo(DocumentsOnTable.MADE.toInstant());
			assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
				.contains("2019-07-05T09:30:00+08:00");
		}
	}

	@Test
	void nameOfSixtyCharactersIsBrokenWithinTheTypeArea() throws IOException {
		String name = "国家级新区与自由贸易试验区联动创新生态工业示范区域（长江经济带绿色发展先行试验园区及配套静脉产业综合利用基地联合体）一期";
		assertThat(name).hasSize(60);
		Facts facts = examples("namingNotice").text("parksTitle", name).text("draftTitle", "");

		SetPage page = SetPage.of(compose("namingNotice", facts, DocumentsOnTable.joint(3)).pdf()).get(0);

		List<Row> title = page.rows().stream().filter((row) -> Math.abs(row.size() - 22) < 0.1).toList();
		assertThat(title.stream().map(Row::text).collect(Collectors.joining())).contains(name);
		assertThat(title).hasSizeBetween(4, 5).allSatisfy((row) -> {
			assertThat(row.left()).isGreaterThan(LEFT - 0.5f);
			assertThat(row.right()).isLessThan(RIGHT + 0.5f);
			assertThat("，。）").doesNotContain(row.text().substring(0, 1));
		});
	}

	@Test
	void noLineBeginsOrEndsWithTheWrongMark() throws IOException {
		StringBuilder text = new StringBuilder();
		for (int at = 0; at < 120; at++) {
			text.append("园".repeat(at % 29)).append("《建设规划》（2019年，HJ/T 273-2006）：“达标”、『完成』；GDP能耗0.318吨标煤/万元……");
		}
		List<SetPage> pages = SetPage.of(letterOf(text.toString()).pdf());

		assertThat(pages).hasSizeGreaterThan(5);
		pages.stream().flatMap((page) -> page.body().stream()).forEach((row) -> {
			String set = row.text();
			assertThat("。，、；：？！）》〉」』】…").as(set).doesNotContain(set.substring(0, 1));
			assertThat("（《〈「『【〔").as(set).doesNotContain(set.substring(set.length() - 1));
			assertThat(set).doesNotStartWith("年").doesNotStartWith("P能").doesNotMatch(".*\\d[.]$");
			boolean narrowed = "。，、；：）》”』".contains(set.substring(set.length() - 1));
			assertThat(row.right()).isLessThan(RIGHT + (narrowed ? CHARACTER / 2 : 0.5f));
		});
	}

	@Test
	void headOfATableIsRepeatedOnEachPage() throws IOException {
		List<Map<String, String>> parks = new ArrayList<>();
		IntStream.rangeClosed(1, 90).forEach((at) -> {
			Map<String, String> park = new LinkedHashMap<>();
			park.put("name", "第" + at + "号国家级经济技术开发区及其东部拓展区和配套产业园");
			park.put("province", "江苏省");
			park.put("kind", "综合类");
			park.put("standard", "HJ 274-2015");
			parks.add(park);
		});
		Composition document = compose("namingNotice", examples("namingNotice").table("parks", parks),
				DocumentsOnTable.joint(3));

		List<SetPage> pages = SetPage.of(document.pdf());
		List<SetPage> withRows = pages.stream()
			.filter((page) -> page.texts().stream().anyMatch((text) -> text.contains("江苏省")))
			.toList();
		assertThat(withRows).hasSizeGreaterThan(3)
			.allSatisfy((page) -> assertThat(page.texts()).anyMatch((text) -> text.contains("园区名称")));
		assertThat(withRows).allSatisfy((page) -> assertThat(page.rows().stream().filter((row) -> row.size() < 13))
			.allSatisfy((row) -> assertThat(row.bottom()).isLessThan(297)));
	}

	/** Only where nothing goes out: a sheet for those who read the file. */
	@Test
	void charactersNoFontHasAreShownAsBlanksAndNamedOnASheetForReading() throws IOException {
		OfficialDocumentKind kind = DocumentsOnTable.kinds().get(ShippedPacks.FIRST, "rectificationNotice");
		Composition document = DocumentsOnTable.composer()
			.composeForReading(kind.key(), kind.release(),
					examples(kind.key()).text("cause", "联系人：王𫖯、张喆，电子邮件a@b.cn，已收悉👧。"), DocumentsOnTable.imprint(kind));

		assertThat(document.missing()).containsExactly("👧");
		assertThat(String.join("", SetPage.of(document.pdf()).get(0).texts())).contains("已收悉〓");
	}

	@Test
	void draftHasNoNumberAndSaysSo() throws IOException {
		Composition document = compose("namingNotice", examples("namingNotice"),
				Imprint.draft(null, DocumentsOnTable.joint(3).bodies()));

		SetPage page = SetPage.of(document.pdf()).get(0);
		assertThat(page.texts()).contains("草稿").anyMatch((text) -> text.startsWith("〔年份〕"));
	}

	private static void sealsAreApartAndInside(Composition document) {
		for (SealPlace seal : document.seals()) {
			Place place = seal.place();
			assertThat(place.x()).as(seal.body()).isGreaterThanOrEqualTo(LEFT - 0.1f);
			assertThat(place.x() + place.width()).as(seal.body()).isLessThanOrEqualTo(RIGHT + 0.1f);
			assertThat(place.y() + place.height()).as(seal.body()).isLessThanOrEqualTo(BOTTOM + 0.1f);
			document.seals()
				.stream()
				.filter((other) -> other != seal && other.place().page() == place.page())
				.forEach((other) -> assertThat(
						Math.hypot(middle(other.place()) - middle(place), other.place().y() - place.y()))
					.isGreaterThan(place.width() + 0.5));
		}
	}

	private static float middle(Place place) {
		return place.x() + place.width() / 2;
	}

	private static Composition naming(int bodies) {
		return compose("namingNotice", examples("namingNotice"), DocumentsOnTable.joint(bodies));
	}

	private static Composition letterOf(String text) {
		OfficialDocumentKind kind = DocumentsOnTable.kinds().get(ShippedPacks.FIRST, "rectificationNotice");
		return compose(kind.key(), examples(kind.key()).text("cause", text), DocumentsOnTable.imprint(kind));
	}

	private static Facts examples(String kind) {
		return Facts.examples(DocumentsOnTable.kinds().get(ShippedPacks.FIRST, kind).facts());
	}

	private static Composition compose(String kind, Facts facts, Imprint imprint) {
		return DocumentsOnTable.composer().compose(kind, ShippedPacks.FIRST, facts, imprint);
	}

}
