package cn.ecopark.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

import com.lowagie.text.Anchor;
import com.lowagie.text.Annotation;
import com.lowagie.text.Chapter;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.List;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageLabels;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.pdf.TextField;

import cn.ecopark.SampleFiles;

/** Harmless files as OpenPDF writes them. */
final class OpenPdfs {

	private final Map<String, byte[]> files = new TreeMap<>();

	/** Fills a document that is open. */
	private interface Filling {

		void fill(Document document, PdfWriter writer) throws IOException;

	}

	static Map<String, byte[]> all() throws IOException {
		OpenPdfs pdfs = new OpenPdfs();
		pdfs.texts();
		pdfs.others();
		return pdfs.files;
	}

	private void texts() throws IOException {
		add("text", (document, writer) -> document.add(new Paragraph("Plan of a park")));
		add("many pages", (document, writer) -> {
			for (int page = 0; page < 30; page++) {
				document.add(new Paragraph("Page"));
				document.newPage();
			}
		});
		add("table", (document, writer) -> {
			PdfPTable table = new PdfPTable(3);
			for (int cell = 0; cell < 60; cell++) {
				table.addCell("Cell " + cell);
			}
			document.add(table);
		});
		add("list", (document, writer) -> {
			List list = new List(true);
			list.add("one");
			list.add("two");
			document.add(list);
		});
		add("chapters", (document, writer) -> {
			Chapter chapter = new Chapter("One", 1);
			chapter.addSection("First").add(new Paragraph("Text"));
			document.add(chapter);
		});
		add("address", (document, writer) -> {
			Anchor anchor = new Anchor("address");
			anchor.setReference("https://www.example.cn");
			document.add(anchor);
		});
		add("remark", (document, writer) -> {
			document.add(new Paragraph("Text"));
			document.add(new Annotation("Remark", "Text of it"));
		});
	}

	private void others() throws IOException {
		add("picture", (document, writer) -> document.add(Image.getInstance(SampleFiles.png(30))));
		add("drawing", (document, writer) -> {
			writer.getDirectContent().rectangle(100, 100, 200, 200);
			writer.getDirectContent().stroke();
			document.add(new Paragraph("Drawing"));
		});
		add("wide", (document, writer) -> {
			document.setPageSize(PageSize.A3.rotate());
			document.newPage();
			document.add(new Paragraph("Wide"));
		});
		add("field", (document, writer) -> {
			document.add(new Paragraph("Name"));
			TextField field = new TextField(writer, new Rectangle(100, 600, 300, 620), "name");
			field.setText("value");
			writer.addAnnotation(field.getTextField());
		});
		add("opens at a page", (document, writer) -> {
			writer.setOpenAction(PdfAction.gotoLocalPage(1, new PdfDestination(PdfDestination.FIT), writer));
			document.add(new Paragraph("Text"));
		});
		add("labels", (document, writer) -> {
			PdfPageLabels labels = new PdfPageLabels();
			labels.addPageLabel(1, PdfPageLabels.LOWERCASE_ROMAN_NUMERALS);
			writer.setPageLabels(labels);
			document.add(new Paragraph("Text"));
		});
		add("packed wholly", (document, writer) -> document.add(new Paragraph("Text")), true);
		add("metadata", (document, writer) -> {
			document.addTitle("规划");
			writer.createXmpMetadata();
			document.add(new Paragraph("Text"));
		});
		add("tagged", (document, writer) -> {
			Paragraph paragraph = new Paragraph("Text");
			paragraph.setAlignment(Element.ALIGN_CENTER);
			document.add(paragraph);
			writer.setViewerPreferences(PdfWriter.PageModeUseOutlines | PdfWriter.FitWindow);
		});
	}

	private void add(String name, Filling filling) throws IOException {
		add(name, filling, false);
	}

	private void add(String name, Filling filling, boolean full) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		Document document = new Document();
		PdfWriter writer = PdfWriter.getInstance(document, bytes);
		if (full) {
			writer.setFullCompression();
		}
		document.open();
		filling.fill(document, writer);
		document.close();
		this.files.put(name, bytes.toByteArray());
	}

}
