package cn.ecopark.wholefile;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.support.ResourceBundleMessageSource;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.shared.Texts;
import cn.ecopark.typesetting.Fonts;
import cn.ecopark.typesetting.Typesetter;
import cn.ecopark.wholefile.CaseData.DocumentFile;
import cn.ecopark.wholefile.CaseData.Named;
import cn.ecopark.wholefile.Gathering.Gathered;

import static org.assertj.core.api.Assertions.assertThat;

class MergedPdfTest {

	private static final Instant AT = Instant.parse("2018-01-04T01:00:00Z");

	private static final DocumentPages.Bounds WIDE = new DocumentPages.Bounds(1000, 1 << 30);

	@TempDir
	private Path folder;

	private final Map<String, byte[]> contents = new HashMap<>();

	private final List<DocumentFile> documents = new ArrayList<>();

	private String opinion = "转报国家。\n\n" + "材料齐全，符合要求，规划目标可达，建议予以受理；".repeat(20) + "🌱\u202E";

	@Test
	void leadsToEveryDocumentByBookmarks() throws IOException {
		document("01 申报", "constructionPlan", "建设规划", 1, "application/pdf", pdf(9));
		document("01 申报", "constructionPlan", "建设规划", 2, "application/pdf", pdf(3));
		document("01 申报", "emsCertificate", "环境管理体系认证证书", 1, "image/png", png(1600, 900));
		document("02 规划论证", "panelOpinion", "专家组意见", 1, "application/pdf", pdf(2));

		try (PDDocument merged = made(WIDE)) {
			assertThat(bookmarks(merged)).containsExactly("封面", "目录", "案卷概况", "办理经过", "意见", "01 申报", "> 建设规划",
					"> > 第2版 文件2.pdf", "> 环境管理体系认证证书", "> > 第1版 文件1.pdf", "02 规划论证", "> 专家组意见", "> > 第1版 文件1.pdf");
			int records = merged.getNumberOfPages() - 2 - 3 - 1 - 2;
			assertThat(records).isGreaterThanOrEqualTo(3);
			PDPage plan = page(merged, "01 申报");
			assertThat(merged.getPages().indexOf(plan)).isEqualTo(2 + records);
			assertThat(text(merged, 2 + records + 1)).contains("page 1 of 3");
			assertThat(text(merged, 1)).contains("苏州某工业园区", "创建审批案卷（整卷）", "领导小组办公室 张三", "2018-创-0001");
			assertThat(text(merged, 2)).contains("目录", "建设规划", "专家组意见", String.valueOf(records + 1));
			assertThat(text(merged, 5)).contains("转报国家");
			assertThat(merged.getDocumentCatalog().getPageLabels().getLabelsByPageIndices()).startsWith("i", "ii", "1",
					"2");
		}
	}

	@Test
	void linksTheContentsToThePages() throws IOException {
		document("01 申报", "constructionPlan", "建设规划", 1, "application/pdf", pdf(1));

		try (PDDocument merged = made(WIDE)) {
			assertThat(merged.getPage(1).getAnnotations()).hasSize(5)
				.allSatisfy(one -> assertThat(((PDAnnotationLink) one).getAction()).isNotNull());
		}
	}

	@Test
	void putsCoverAndContentsBeforeTheRecordsInTheirOrder() throws IOException {
		for (int at = 1; at <= 50; at++) {
			document("01 申报", "type" + at, "补充材料" + at, 1, "application/x", new byte[1]);
		}

		try (PDDocument merged = made(WIDE)) {
			assertThat(merged.getDocumentCatalog().getPageLabels().getLabelsByPageIndices()).startsWith("i", "ii",
					"iii", "1", "2");
			assertThat(text(merged, 1)).contains("创建审批案卷（整卷）").doesNotContain("—");
			assertThat(text(merged, 2)).contains("案卷概况", "补充材料1", "— ii —").doesNotContain("补充材料50");
			assertThat(text(merged, 3)).contains("补充材料50", "— iii —");
			assertThat(text(merged, 4)).contains("受理编号", "— 1 —");
			int note = merged.getPages().indexOf(page(merged, "01 申报"));
			assertThat(text(merged, note + 1)).contains("01 申报", "— " + (note - 2) + " —");
		}
	}

	@Test
	void numbersThePagesInFrontAsTheirLabelsDo() throws IOException {
		try (PDDocument document = new PDDocument()) {
			PDPageLabels labels = new PDPageLabels(document);
			PDPageLabelRange roman = new PDPageLabelRange();
			roman.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
			labels.setLabelItem(0, roman);
			for (int number = 1; number <= 399; number++) {
				document.addPage(new PDPage());
			}
			String[] expected = labels.getLabelsByPageIndices();
			for (int number = 1; number <= 399; number++) {
				assertThat(FrontMatter.frontPage(number)).isEqualTo("— " + expected[number - 1] + " —");
			}
		}
	}

	@Test
	void saysOnTheCoverThatCharactersAreMissing() throws IOException {
		try (PDDocument merged = made(WIDE)) {
			assertThat(text(merged, 1)).contains("以〓代替");
		}
		this.opinion = "材料齐全，转报国家。";
		try (PDDocument merged = made(WIDE)) {
			assertThat(text(merged, 1)).contains("苏州某工业园区").doesNotContain("〓");
		}
	}

	@Test
	void goesOnAfterADamagedOrOddDocument() throws IOException {
		document("01 申报", "a", "好的", 1, "application/pdf", pdf(1));
		document("01 申报", "b", "断的", 1, "application/pdf", "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8));
		document("01 申报", "c", "无页的", 1, "application/pdf", pdf(0));
		document("01 申报", "d", "假图", 1, "image/png", new byte[100]);
		document("01 申报", "e", "表格", 1, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
				new byte[10]);
		document("01 申报", "f", "也好的", 1, "application/pdf", pdf(1));

		MergedPdf.Made made = write(WIDE);
		try (PDDocument merged = Loader.loadPDF(file().toFile())) {
			assertThat(made.notes()).isEqualTo(4);
			int first = merged.getPages().indexOf(page(merged, "01 申报"));
			assertThat(merged.getNumberOfPages()).isEqualTo(first + 6).isEqualTo(made.pages());
			assertThat(text(merged, first + 2)).contains("断的", "无法展开", "01 申报/断的/第1版 文件1.pdf");
			assertThat(text(merged, first + 3)).contains("无法展开");
			assertThat(text(merged, first + 5)).contains("不是 PDF 或图片", "SHA-256");
			assertThat(text(merged, first + 6)).contains("page 1 of 1");
		}
	}

	@Test
	void staysWithinItsBounds() throws IOException {
		document("01 申报", "a", "长的", 1, "application/pdf", pdf(40));
		document("01 申报", "b", "短的", 1, "application/pdf", pdf(2));

		MergedPdf.Made made = write(new DocumentPages.Bounds(20, 1 << 30));

		assertThat(made.notes()).isEqualTo(1);
		assertThat(made.pages()).isLessThan(20);
		assertThat(write(new DocumentPages.Bounds(1000, 100)).notes()).isEqualTo(2);
	}

	@Test
	void takesNoActionsOver() throws IOException {
		document("01 申报", "a", "带脚本", 1, "application/pdf", active());

		try (PDDocument merged = made(WIDE)) {
			PDPage taken = page(merged, "01 申报");
			assertThat(taken.getAnnotations()).isEmpty();
			assertThat(taken.getCOSObject().containsKey(COSName.AA)).isFalse();
			assertThat(merged.getDocumentCatalog().getOpenAction()).isNull();
		}
		assertThat(new String(java.nio.file.Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
			.doesNotContain("JavaScript", "example.invalid");
	}

	@Test
	void keepsSizeAndRotationOfPages() throws IOException {
		byte[] lying;
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			PDPage page = new PDPage(PDRectangle.A3);
			page.setRotation(90);
			document.addPage(page);
			document.save(out);
			lying = out.toByteArray();
		}
		document("01 申报", "a", "图纸", 1, "application/pdf", lying);

		try (PDDocument merged = made(WIDE)) {
			PDPage taken = page(merged, "01 申报");
			assertThat(taken.getRotation()).isEqualTo(90);
			assertThat(taken.getMediaBox().getHeight()).isEqualTo(PDRectangle.A3.getHeight());
		}
	}

	@Test
	void showsLayersAsTheyAreWhenOpened() throws IOException {
		document("01 申报", "a", "图纸", 1, "application/pdf", layered());
		document("01 申报", "b", "另一图纸", 1, "application/pdf", layered());

		try (PDDocument merged = made(WIDE)) {
			PDOptionalContentProperties layers = merged.getDocumentCatalog().getOCProperties();
			assertThat(layers.getOptionalContentGroups()).hasSize(4);
			assertThat(layers.getOptionalContentGroups()).filteredOn(group -> !layers.isGroupEnabled(group))
				.hasSize(2)
				.allMatch(group -> group.getName().equals("off"));
			PDPage first = page(merged, "01 申报");
			assertThat(drawn(merged, first)).as("the layer that is off").isEqualTo(0xffffffff);
		}
	}

	private static int drawn(PDDocument document, PDPage page) throws IOException {
		return new PDFRenderer(document).renderImage(document.getPages().indexOf(page)).getRGB(50, 50);
	}

	/** A page with a black square on a layer that is off. */
	private static byte[] layered() throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			PDOptionalContentProperties layers = new PDOptionalContentProperties();
			document.getDocumentCatalog().setOCProperties(layers);
			PDOptionalContentGroup on = new PDOptionalContentGroup("on");
			PDOptionalContentGroup off = new PDOptionalContentGroup("off");
			layers.addGroup(on);
			layers.addGroup(off);
			layers.setGroupEnabled(off, false);
			PDPage page = new PDPage(new PDRectangle(100, 100));
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.beginMarkedContent(COSName.OC, off);
				content.addRect(0, 0, 100, 100);
				content.fill();
				content.endMarkedContent();
			}
			document.save(out);
			return out.toByteArray();
		}
	}

	/** A photo of a phone held upright: the dots lie, and a tag says so. */
	@Test
	void putsPhotosUpright() throws IOException {
		try (InputStream photo = getClass().getResourceAsStream("/gate/found/exif-6.jpg")) {
			document("01 申报", "a", "照片", 1, "image/jpeg", photo.readAllBytes());
		}
		BufferedImage lying = ImageIO.read(getClass().getResource("/gate/found/exif-6.jpg"));

		try (PDDocument merged = made(WIDE)) {
			PDPage page = page(merged, "01 申报");
			BufferedImage drawn = new PDFRenderer(merged).renderImage(merged.getPages().indexOf(page));
			assertThat(page.getMediaBox().getWidth()).isGreaterThan(page.getMediaBox().getHeight());
			// The corner at the upper left of the dots is shown at the upper right.
			assertThat(darkest(drawn)).isEqualTo((darkest(lying) + 1) % 4);
		}
	}

	/**
	 * @return the quarter of a picture that is darkest, clockwise from the upper left
	 */
	private static int darkest(BufferedImage picture) {
		long[] light = new long[4];
		int width = picture.getWidth() / 2;
		int height = picture.getHeight() / 2;
		for (int row = 0; row < 2 * height; row++) {
			for (int column = 0; column < 2 * width; column++) {
				int quarter = row < height ? column / width : 3 - column / width;
				int colour = picture.getRGB(column, row);
				light[quarter] += (colour >> 16 & 255) + (colour >> 8 & 255) + (colour & 255);
			}
		}
		int darkest = 0;
		for (int quarter = 1; quarter < 4; quarter++) {
			darkest = light[quarter] < light[darkest] ? quarter : darkest;
		}
		return darkest;
	}

	@Test
	void turnsEachWayThatCamerasNote() {
		// The upper left corner of the dots, as it lies in a rectangle of 2 by 1.
		Map<Orientation, String> corners = new EnumMap<>(Orientation.class);
		for (Orientation one : Orientation.values()) {
			Point2D.Float corner = one.drawn(0, 0, 2, 1).transformPoint(0, 1);
			corners.put(one, corner.x + " " + corner.y);
		}

		assertThat(corners.values()).containsExactly("0.0 1.0", "2.0 1.0", "2.0 0.0", "0.0 0.0", "0.0 1.0", "2.0 1.0",
				"2.0 0.0", "0.0 0.0");
	}

	@Test
	void saysOnTheFirstPageWhatIsLost() throws IOException {
		document("01 申报", "a", "带链接", 1, "application/pdf", active());

		try (PDDocument merged = made(WIDE)) {
			assertThat(text(merged, 1).replaceAll("\\s", "")).contains("其中的链接没有收入");
		}
		this.documents.clear();
		document("01 申报", "b", "普通", 1, "application/pdf", pdf(1));
		try (PDDocument merged = made(WIDE)) {
			assertThat(text(merged, 1)).doesNotContain("没有收入");
		}
	}

	private PDDocument made(DocumentPages.Bounds bounds) throws IOException {
		write(bounds);
		return Loader.loadPDF(file().toFile());
	}

	private MergedPdf.Made write(DocumentPages.Bounds bounds) throws IOException {
		ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
		texts.setBasename("messages/wholefile");
		texts.setDefaultEncoding("UTF-8");
		Actor reader = new Actor(1, "张三", "OFFICE", ShippedKinds.OFFICE, null, Set.of(MemberRole.STAFF));
		Gathered gathered = new Gathered(data(), reader, "领导小组办公室", AT, AT, new SafePaths());
		List<Integer> seen = new ArrayList<>();
		MergedPdf.Made made = new MergedPdf(gathered, this::open, new ArchiveWords(new Texts(texts)),
				new Typesetter(Fonts.open(), ZonedDateTime::now), bounds)
			.write(file().toFile(), (done, total) -> seen.add(done));
		assertThat(seen).isSorted();
		return made;
	}

	private InputStream open(String sha256) {
		return new ByteArrayInputStream(this.contents.get(sha256));
	}

	private Path file() {
		return this.folder.resolve("整卷.pdf");
	}

	private CaseData data() {
		Named office = new Named("OFFICE", "领导小组办公室");
		CaseData.Facts facts = new CaseData.Facts("c", new Named("creation", "创建审批"), "2018-创-0001",
				new Named("2015-167", "国家生态工业示范园区管理办法"),
				new CaseData.Park(1, "苏州某工业园区", new Named("COMPREHENSIVE", "综合类"), "PARK-1",
						new Named("320000", "江苏省")),
				null, new Named("OPEN", "办理中"), null, null, AT, AT, null, null,
				new CaseData.RetentionData(new Named("PERMANENT", "永久"), null, null));
		CaseData.OpinionData opinion = new CaseData.OpinionData(1, new Named("application", "申报"), "Task", "省级初审",
				new Named("PROVINCE_ECOLOGY", "省级生态环境部门"), "李四", office, new Named("FORWARD", "转报"), this.opinion,
				new Named("PARK", "各主管部门和园区"), AT, null, List.of(new CaseData.AnswerData("园区概况", "主导产业", "装备制造")),
				null);
		return new CaseData(CaseData.SCHEMA, facts, List.of(), List.of(), List.of(),
				List.of(new CaseData.Event(AT, "k", List.of(), "园区提交申报材料", "", "张三", "园区管委会")), this.documents,
				List.of(opinion), List.of(), List.of(), List.of(), List.of(), List.of());
	}

	private void document(String stage, String type, String label, int version, String mediaType, byte[] content) {
		String digest = ManifestFile.digest(content);
		this.contents.put(digest, content);
		this.documents.add(new DocumentFile(this.documents.size() + 1, "c", new Named(type, label),
				new Named("application", "申报"), version, "文件" + version + ".pdf", mediaType, content.length, digest,
				"张三", new Named("PARK-1", "园区管委会"), AT, false,
				stage + "/" + label + "/第" + version + "版 文件" + version + ".pdf"));
	}

	private static byte[] pdf(int pages) throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			for (int number = 1; number <= pages; number++) {
				PDPage page = new PDPage(PDRectangle.A4);
				document.addPage(page);
				try (PDPageContentStream content = new PDPageContentStream(document, page)) {
					content.beginText();
					content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
					content.newLineAtOffset(100, 600);
					content.showText("page " + number + " of " + pages);
					content.endText();
				}
			}
			document.save(out);
			return out.toByteArray();
		}
	}

	/** A script on opening, one on the page, and a link to elsewhere. */
	private static byte[] active() throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			PDPage page = new PDPage(PDRectangle.A4);
			document.addPage(page);
			document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
			page.getCOSObject().setItem(COSName.AA, new PDActionJavaScript("app.alert(2)").getCOSObject());
			PDAnnotationLink link = new PDAnnotationLink();
			link.setRectangle(new PDRectangle(10, 10, 100, 100));
			PDActionURI action = new PDActionURI();
			action.setURI("https://example.invalid/");
			link.setAction(action);
			page.getAnnotations().add(link);
			document.save(out);
			return out.toByteArray();
		}
	}

	private static byte[] png(int width, int height) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
		return out.toByteArray();
	}

	private static List<String> bookmarks(PDDocument document) {
		List<String> titles = new ArrayList<>();
		collect(document.getDocumentCatalog().getDocumentOutline(), "", titles);
		return titles;
	}

	private static void collect(PDOutlineNode node, String indent, List<String> titles) {
		for (PDOutlineItem item : node.children()) {
			titles.add(indent + item.getTitle());
			collect(item, indent + "> ", titles);
		}
	}

	private static PDPage page(PDDocument document, String title) throws IOException {
		for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
			if (item.getTitle().equals(title)) {
				return item.findDestinationPage(document);
			}
		}
		throw new AssertionError(title);
	}

	/**
	 * @param number of the page, from 1
	 */
	private static String text(PDDocument document, int number) throws IOException {
		PDFTextStripper stripper = new PDFTextStripper();
		stripper.setStartPage(number);
		stripper.setEndPage(number);
		return stripper.getText(document);
	}

}
