package cn.ecopark.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Text that a viewer shows is read, and none that it does not show. */
class FoundFilesReadTest {

	private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "form-v1.pdf,0.9吨标煤/万元", "form-v2.pdf,0.3吨标煤/万元", "font-null.pdf,and this one behind it",
			"inline-image-nested.pdf,behind", "gb_UniGB-UTF8-H.pdf,国家生态工业示范园区2018年建设规划（送审稿）A1" })
	void readsWhatIsShown(String file, String text) throws IOException {
		assertThat(String.join("\n", pages(new PdfPageReader(Duration.ofMinutes(1)), found(file)))).isNotBlank()
			.contains(text);
	}

	/** Codes that are UTF-8 or UTF-32, which PDFBox has no tables for. */
	@ParameterizedTest
	@CsvSource({ "UniGB-UTF8-H,UTF-8", "UniGB-UTF8-V,UTF-8", "UniGB-UTF32-H,UTF-32BE", "UniGB-UTF32-V,UTF-32BE",
			"UniCNS-UTF32-H,UTF-32BE", "UniJIS2004-UTF32-H,UTF-32BE", "UniKS-UTF8-H,UTF-8" })
	void readsFontsWhoseCodesAreCharacters(String encoding, String charset) throws IOException {
		String text = "园区A1：（2019）㎡é㐀𠮷𰻝😀";

		assertThat(String
			.join("\n", pages(new PdfPageReader(Duration.ofMinutes(1)), named(encoding, text.getBytes(charset))))
			.replaceAll("\\s", "")).isEqualTo(text);
	}

	@Test
	void aFontOfAnUnknownNameCostsItsOwnTextOnly() throws IOException {
		assertThat(String.join("\n",
				pages(new PdfPageReader(Duration.ofMinutes(1)), named("UniGB-UTF7-H", new byte[] { 1 }))))
			.isBlank();
	}

	/** A page with a text in a font of the system that names its encoding. */
	private static byte[] named(String encoding, byte[] codes) throws IOException {
		COSDictionary descendant = new COSDictionary();
		descendant.setName(COSName.TYPE, "Font");
		descendant.setName(COSName.SUBTYPE, "CIDFontType0");
		descendant.setName(COSName.BASE_FONT, "STSong-Light");
		COSDictionary system = new COSDictionary();
		system.setString(COSName.REGISTRY, "Adobe");
		system.setString(COSName.ORDERING, "GB1");
		system.setInt(COSName.SUPPLEMENT, 4);
		descendant.setItem(COSName.CIDSYSTEMINFO, system);
		COSDictionary font = new COSDictionary();
		font.setName(COSName.TYPE, "Font");
		font.setName(COSName.SUBTYPE, "Type0");
		font.setName(COSName.BASE_FONT, "STSong-Light");
		font.setName(COSName.ENCODING, encoding);
		font.setItem(COSName.DESCENDANT_FONTS, new COSArray(List.of(descendant)));
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			PDPage page = new PDPage();
			document.addPage(page);
			page.setResources(new PDResources());
			COSDictionary fonts = new COSDictionary();
			fonts.setItem(COSName.getPDFName("F1"), font);
			page.getResources().getCOSObject().setItem(COSName.FONT, fonts);
			PDStream content = new PDStream(document);
			try (OutputStream out = content.createOutputStream()) {
				out.write(("BT /F1 12 Tf 72 700 Td <" + HexFormat.of().formatHex(codes) + "> Tj ET")
					.getBytes(StandardCharsets.US_ASCII));
			}
			page.setContents(content);
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	@Test
	void readsNotesAndNoHiddenLayers() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (PDDocument document = new PDDocument()) {
			PDOptionalContentProperties layers = new PDOptionalContentProperties();
			document.getDocumentCatalog().setOCProperties(layers);
			PDOptionalContentGroup shown = new PDOptionalContentGroup("shown");
			PDOptionalContentGroup hidden = new PDOptionalContentGroup("hidden");
			layers.addGroup(shown);
			layers.addGroup(hidden);
			layers.setGroupEnabled(hidden, false);
			PDPage page = new PDPage();
			document.addPage(page);
			try (PDPageContentStream out = new PDPageContentStream(document, page)) {
				layer(out, shown, "layer that is on", 700);
				layer(out, hidden, "layer that is off", 600);
			}
			PDAnnotationText note = new PDAnnotationText();
			note.setRectangle(new PDRectangle(10, 10, 20, 20));
			note.setContents("请核对能耗");
			page.setAnnotations(List.of(note));
			document.save(bytes);
		}

		assertThat(pages(new PdfPageReader(Duration.ofMinutes(1)), bytes.toByteArray())).singleElement()
			.asString()
			.contains("layer that is on", "请核对能耗")
			.doesNotContain("layer that is off");
	}

	private static void layer(PDPageContentStream out, PDOptionalContentGroup group, String text, float height)
			throws IOException {
		out.beginMarkedContent(COSName.OC, group);
		out.beginText();
		out.setFont(new PDType1Font(FontName.HELVETICA), 12);
		out.newLineAtOffset(72, height);
		out.showText(text);
		out.endText();
		out.endMarkedContent();
	}

	@Test
	void readsALongSectionToItsEnd() throws IOException {
		List<String> pages = pages(new WordPageReader(), found("long-section.docx"));

		assertThat(String.join("", pages).length()).isGreaterThan(120_000);
		assertThat(pages).allSatisfy(page -> assertThat(page.length()).isLessThan(100_000));
	}

	@Test
	void readsAWordFileAsAWhole() throws IOException {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("_rels/.rels", relations("officeDocument", "word/document22.xml"));
		parts.put("word/document22.xml",
				"<w:document xmlns:w='" + WORD + "' xmlns:mc='mc'><w:body>" + paragraph("正文")
						+ "<mc:AlternateContent><mc:Choice>" + paragraph("文本框") + "</mc:Choice><mc:Fallback>"
						+ paragraph("文本框") + "</mc:Fallback></mc:AlternateContent></w:body></w:document>");
		parts.put("word/_rels/document22.xml.rels",
				relations("footnotes", "footnotes.xml", "header", "/word/header1.xml", "comments", "comments.xml"));
		for (String part : List.of("footnotes", "header1", "comments")) {
			parts.put("word/" + part + ".xml", "<w:x xmlns:w='" + WORD + "'>" + paragraph("在" + part) + "</w:x>");
		}

		String read = String.join("\n", pages(new WordPageReader(), archive(parts)));

		assertThat(read).contains("正文", "在footnotes", "在header1", "在comments").containsOnlyOnce("文本框");
	}

	@Test
	void takesDotsAtHalfHeightForAnEllipsis() {
		assertThat(NormalText.normal("数据⋯⋯见附件")).isEqualTo(NormalText.normal("数据……见附件"));
	}

	private static String paragraph(String text) {
		return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
	}

	private static String relations(String... kindsAndTargets) {
		StringBuilder all = new StringBuilder("<Relationships>");
		for (int at = 0; at < kindsAndTargets.length; at += 2) {
			all.append("<Relationship Id='r%d' Type='%s' Target='%s'/>".formatted(at, RELATIONS + kindsAndTargets[at],
					kindsAndTargets[at + 1]));
		}
		return all.append("</Relationships>").toString();
	}

	private static byte[] archive(Map<String, String> parts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}

	static byte[] found(String file) throws IOException {
		try (InputStream in = Objects
			.requireNonNull(FoundFilesReadTest.class.getResourceAsStream("/gate/found/" + file))) {
			return in.readAllBytes();
		}
	}

	private List<String> pages(PageReader reader, byte[] bytes) throws IOException {
		List<String> pages = new ArrayList<>();
		reader.read(Files.write(this.folder.resolve("file"), bytes), 1, new PageReader.Pages() {
			@Override
			public void count(int count) {
				// The pages tell.
			}

			@Override
			public void add(PageText page) {
				pages.add(page.text());
			}
		});
		return pages;
	}

}
