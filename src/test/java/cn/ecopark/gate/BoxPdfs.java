package cn.ecopark.gate;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionNamed;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

import cn.ecopark.SampleFiles;
import cn.ecopark.reading.SamplePdf;

/** Harmless files as PDFBox writes them. */
final class BoxPdfs {

	private final Map<String, byte[]> files = new TreeMap<>();

	/** Changes a document. */
	private interface Change {

		void apply(PDDocument document, PDPage page) throws IOException;

	}

	static Map<String, byte[]> all() throws IOException {
		BoxPdfs pdfs = new BoxPdfs();
		pdfs.pages();
		pdfs.pictures();
		pdfs.navigation();
		pdfs.revisions();
		return pdfs.files;
	}

	private void pages() throws IOException {
		this.files.put("Chinese", SampleFiles.pdf("建设规划"));
		this.files.put("Chinese, three pages", SamplePdf.of(List.of("第一章"), List.of(), List.of("第三章", "完")));
		add("empty", (document, page) -> {
		});
		add("wall map", (document, page) -> page.setMediaBox(new PDRectangle(14_000, 9_000)));
		add("turned", (document, page) -> page.setRotation(90));
		for (float version : new float[] { 1.4f, 1.5f, 1.6f, 1.7f, 2.0f }) {
			add("version " + version, (document, page) -> document.setVersion(version));
		}
		for (FontName font : List.of(FontName.HELVETICA, FontName.TIMES_ROMAN, FontName.COURIER, FontName.SYMBOL)) {
			add("font " + font.getName(), (document, page) -> {
				try (PDPageContentStream content = new PDPageContentStream(document, page)) {
					content.beginText();
					content.setFont(new PDType1Font(font), 12);
					content.newLineAtOffset(72, 700);
					content.showText(font == FontName.SYMBOL ? "\u03b1" : "Plan of a park");
					content.endText();
				}
			});
		}
		add("two hundred pages", (document, page) -> {
			for (int more = 0; more < 200; more++) {
				document.addPage(new PDPage());
			}
		});
		add("metadata", (document, page) -> document.getDocumentCatalog()
			.setMetadata(new PDMetadata(document, new ByteArrayInputStream("<x:xmpmeta/>".getBytes()))));
		add("information", (document, page) -> {
			document.getDocumentInformation().setTitle("规划 /JavaScript 1 0 obj");
			document.getDocumentInformation().setAuthor("某某园区");
		});
	}

	private void pictures() throws IOException {
		BufferedImage colours = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
		BufferedImage clear = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
		BufferedImage bits = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_BINARY);
		BufferedImage large = new BufferedImage(6000, 4000, BufferedImage.TYPE_BYTE_GRAY);
		add("picture, lossless",
				(document, page) -> draw(document, page, LosslessFactory.createFromImage(document, colours)));
		add("picture, transparent",
				(document, page) -> draw(document, page, LosslessFactory.createFromImage(document, clear)));
		add("picture, JPEG", (document, page) -> draw(document, page, JPEGFactory.createFromImage(document, colours)));
		add("picture, fax", (document, page) -> draw(document, page, CCITTFactory.createFromImage(document, bits)));
		add("picture, large and white",
				(document, page) -> draw(document, page, LosslessFactory.createFromImage(document, large)));
	}

	private void navigation() throws IOException {
		add("address", (document, page) -> {
			PDActionURI action = new PDActionURI();
			action.setURI("https://www.example.cn/规划?a=b");
			link(page, action);
		});
		add("jump", (document, page) -> link(page, jump(page)));
		add("named action", (document, page) -> {
			PDActionNamed action = new PDActionNamed();
			action.setN("NextPage");
			link(page, action);
		});
		add("opens at a page", (document, page) -> document.getDocumentCatalog().setOpenAction(jump(page)));
		add("outline", (document, page) -> {
			PDDocumentOutline outline = new PDDocumentOutline();
			PDOutlineItem item = new PDOutlineItem();
			item.setTitle("第一章");
			item.setDestination(page);
			outline.addLast(item);
			document.getDocumentCatalog().setDocumentOutline(outline);
		});
		add("remark", (document, page) -> {
			PDAnnotationHighlight remark = new PDAnnotationHighlight();
			remark.setContents("批注");
			remark.setRectangle(new PDRectangle(10, 10));
			page.getAnnotations().add(remark);
		});
		add("form", (document, page) -> {
			PDAcroForm form = new PDAcroForm(document);
			document.getDocumentCatalog().setAcroForm(form);
			PDTextField field = new PDTextField(form);
			field.setPartialName("园区");
			field.getWidgets().get(0).setRectangle(new PDRectangle(10, 10, 100, 20));
			page.getAnnotations().add(field.getWidgets().get(0));
			form.getFields().add(field);
		});
	}

	private void revisions() throws IOException {
		byte[] plain = SampleFiles.pdf("建设规划");
		for (int times = 1; times <= 3; times++) {
			byte[] before = (times == 1) ? plain : this.files.get("revised " + (times - 1));
			try (PDDocument document = Loader.loadPDF(before)) {
				document.getDocumentInformation().setTitle("第" + times + "次修改");
				document.getDocument().getTrailer().getCOSDictionary(COSName.INFO).setNeedToBeUpdated(true);
				ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				document.saveIncremental(bytes);
				this.files.put("revised " + times, bytes.toByteArray());
			}
		}
		try (PDDocument document = Loader.loadPDF(plain)) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes, CompressParameters.NO_COMPRESSION);
			this.files.put("objects by themselves", bytes.toByteArray());
		}
		PDFMergerUtility merger = new PDFMergerUtility();
		ByteArrayOutputStream merged = new ByteArrayOutputStream();
		merger.setDestinationStream(merged);
		merger.addSource(new RandomAccessReadBuffer(plain));
		merger.addSource(new RandomAccessReadBuffer(this.files.get("outline")));
		merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
		this.files.put("merged", merged.toByteArray());
	}

	private void add(String name, Change change) throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			PDPage page = new PDPage();
			document.addPage(page);
			change.apply(document, page);
			document.save(bytes);
			this.files.put(name, bytes.toByteArray());
		}
	}

	private static void draw(PDDocument document, PDPage page, PDImageXObject picture) throws IOException {
		try (PDPageContentStream content = new PDPageContentStream(document, page)) {
			content.drawImage(picture, 50, 50, 200, 100);
		}
	}

	private static PDActionGoTo jump(PDPage page) {
		PDPageFitDestination place = new PDPageFitDestination();
		place.setPage(page);
		PDActionGoTo jump = new PDActionGoTo();
		jump.setDestination(place);
		return jump;
	}

	private static void link(PDPage page, PDAction action) throws IOException {
		PDAnnotationLink link = new PDAnnotationLink();
		link.setAction(action);
		link.setRectangle(new PDRectangle(10, 10));
		page.getAnnotations().add(link);
	}

}
