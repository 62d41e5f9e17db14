package cn.ecopark.officialdocument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.typesetting.manuscript.Facts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a screen reader is told of a document: read by its structure, not by its pages.
 */
class TaggedTest {

	private final List<String> told = new ArrayList<>();

	private final Map<COSDictionary, List<PDMarkedContent>> marked = new HashMap<>();

	@Test
	void tellsTitleHeadingsParagraphsAndTheCellsOfTablesInOrder() throws IOException {
		read("namingNotice", Facts.examples(kind("namingNotice").facts())
			.text("draftTitle", "")
			.table("parks",
					List.of(Map.of("name", "甲园区", "province", "江苏省", "kind", "综合类", "standard", "HJ 274-2015"))));

		assertThat(this.told).filteredOn(line -> !line.startsWith("P "))
			.containsSubsequence("H2 二、有关要求", "Figure 印章：生态环境部", "TR", "TH 序号", "TH 园区名称", "TR", "TD 1", "TD 甲园区",
					"TD 江苏省");
		assertThat(this.told.get(0)).isEqualTo("P 生态环境部商务部科学技术部文件");
		assertThat(this.told.get(1)).startsWith("P 环科财〔2019〕12号");
		assertThat(this.told.get(2)).startsWith("H1 关于批准").endsWith("的通知");
		assertThat(this.told).contains("P 2019年7月5日", "P 生态环境部", "H2 一、命名决定");
		assertThat(this.told).noneMatch(line -> line.contains("— 1 —"));
	}

	/**
	 * A paragraph is one, on however many lines and pages it stands; so is a table, its
	 * head told once.
	 */
	@Test
	void tellsWhatGoesOverPagesAsOne() throws IOException {
		List<Map<String, String>> parks = java.util.stream.IntStream.rangeClosed(1, 60)
			.mapToObj(
					at -> Map.of("name", "第" + at + "园区", "province", "江苏省", "kind", "综合类", "standard", "HJ 274-2015"))
			.toList();
		String long1 = "第一要求" + "加强监督".repeat(200);
		read("namingNotice",
				Facts.examples(kind("namingNotice").facts())
					.table("parks", parks)
					.list("requirements", List.of(long1, "第二要求")));

		assertThat(this.told.stream().filter(line -> line.equals("Table"))).hasSize(1);
		assertThat(this.told.stream().filter(line -> line.equals("TH 园区名称"))).hasSize(1);
		assertThat(this.told).contains("TD 第1园区", "TD 第60园区");
		assertThat(this.told).anyMatch(line -> line.equals("P （一）" + long1));
	}

	private static OfficialDocumentKind kind(String key) {
		return DocumentsOnTable.kinds().get(ShippedPacks.FIRST, key);
	}

	private void read(String key, Facts facts) throws IOException {
		OfficialDocumentKind kind = kind(key);
		byte[] pdf = DocumentsOnTable.composer()
			.compose(key, kind.release(), facts, DocumentsOnTable.imprint(kind))
			.pdf();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
			tell(document.getDocumentCatalog().getStructureTreeRoot());
		}
	}

	private void tell(PDStructureNode node) throws IOException {
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureElement element) {
				String text = text(element);
				if (!element.getStructureType().equals("Document")) {
					this.told.add((element.getStructureType() + " " + text).strip());
				}
				tell(element);
			}
		}
	}

	private String text(PDStructureElement element) throws IOException {
		if (element.getAlternateDescription() != null) {
			return element.getAlternateDescription();
		}
		StringBuilder text = new StringBuilder();
		for (Object kid : element.getKids()) {
			if (kid instanceof PDMarkedContentReference content) {
				text.append(text(content.getPage(), content.getMCID()));
			}
		}
		return text.toString();
	}

	/** A page is read once, however many elements stand on it. */
	private String text(PDPage page, int number) throws IOException {
		List<PDMarkedContent> marked = this.marked.get(page.getCOSObject());
		if (marked == null) {
			PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
			extractor.processPage(page);
			marked = extractor.getMarkedContents();
			this.marked.put(page.getCOSObject(), marked);
		}
		return marked.stream()
			.filter(content -> content.getMCID() == number)
			.map(PDMarkedContent::getContents)
			.flatMap(List::stream)
			.filter(TextPosition.class::isInstance)
			.map(position -> ((TextPosition) position).getUnicode())
			.collect(Collectors.joining());
	}

}
