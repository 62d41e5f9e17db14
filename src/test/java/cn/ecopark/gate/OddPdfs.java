package cn.ecopark.gate;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Harmless files with the faults that programs in use make. */
final class OddPdfs {

	private final Map<String, byte[]> files = new TreeMap<>();

	static Map<String, byte[]> all() {
		OddPdfs pdfs = new OddPdfs();
		pdfs.ends();
		pdfs.tables();
		pdfs.objects();
		return pdfs.files;
	}

	private void ends() {
		add("line of a print job before", plain().written("\u001b%-12345X@PJL ENTER LANGUAGE=PDF\r\n"));
		add("empty lines before", plain().written("\r\n\r\n"));
		add("mark of a text file before", plain().written("\u00ef\u00bb\u00bf"));
		add("zeros behind", PdfBombs.joined(plain().written(), new byte[20_000]));
		add("line of a print job behind", (text) -> text + "\u001b%-12345X@PJL EOJ\r\n");
		add("no line end at the end", String::stripTrailing);
		add("end mark twice", (text) -> text + "%%EOF\n");
		add("no end mark", (text) -> text.replace("%%EOF\n", ""));
		add("version 1.0", (text) -> text.replace("%PDF-1.7", "%PDF-1.0"));
		add("version 2.0", (text) -> text.replace("%PDF-1.7", "%PDF-2.0"));
		add("no version", (text) -> text.replace("%PDF-1.7", "%PDF-"));
	}

	private void tables() {
		add("places all wrong", plain().writtenWithWrongPlaces());
		add("no table", (text) -> text.replaceAll("(?s)xref\n.*trailer", "trailer"));
		add("no table and no trailer", (text) -> text.replaceAll("(?s)xref\n.*%%EOF", "%%EOF"));
		add("place of the table missing", (text) -> text.replaceAll("startxref\n\\d+", "startxref\n"));
		add("place of the table zero", (text) -> text.replaceAll("startxref\n\\d+", "startxref\n0"));
		add("lines end with one sign", (text) -> text.replace("n \n", "n\n").replace("f \n", "f\n"));
		add("lines end as in old systems", (text) -> text.replace("endobj\n", "endobj\r"));
		add("packed", plain().writtenPacked());
		add("two revisions", plain().written(plain().objects()));
		add("number of objects wrong", (text) -> text.replace("/Size 1000", "/Size 2"));
	}

	private void objects() {
		add("end of an object missing", (text) -> text.replaceFirst("endobj\n", ""));
		add("length wrong", (text) -> text.replaceAll("/Length \\d+", "/Length 3"));
		add("length missing", (text) -> text.replaceAll("/Length \\d+", ""));
		add("end of the data missing", (text) -> text.replace("endstream\n", ""));
		add("count of pages wrong", (text) -> text.replace("/Count 1", "/Count 7"));
		add("count of pages missing", (text) -> text.replace("/Count 1", ""));
		add("type of the catalog missing", (text) -> text.replace("/Type/Catalog", ""));
		add("type of the page missing", (text) -> text.replace("/Type/Page/", "/"));
		add("sheet of no size", (text) -> text.replace("[0 0 595 842]", "[0 0 0 0]"));
		add("sheet upside down", (text) -> text.replace("[0 0 595 842]", "[595 842 0 0]"));
		add("reference to nothing", (text) -> text.replace("/Parent", "/Annots 77 0 R/Parent"));
		add("unknown entries", (text) -> text.replace("/Parent", "/PieceInfo<</App<</Private(x)>>>>/Parent"));
		add("remarks of programmers", (text) -> text.replace("endobj\n", "endobj % done /JavaScript\n"));
		add("data broken", RawPdf.ofOnePage("", "")
			.with(4, new RawPdf.Stream("/Filter/FlateDecode", "no such data".getBytes(StandardCharsets.US_ASCII)))
			.written());
		add("filter of no name",
				RawPdf.ofOnePage("", "")
					.with(4, new RawPdf.Stream("/Filter/Unknown", "data".getBytes(StandardCharsets.US_ASCII)))
					.written());
		add("form without fields", RawPdf.ofOnePage("/AcroForm<</Fields[]/XFA[]>>", "").written());
		add("empty trees",
				RawPdf.ofOnePage("/Names<</JavaScript<</Names[]>>/EmbeddedFiles<</Names[]>>>>", "").written());
	}

	private static RawPdf plain() {
		return RawPdf.ofOnePage("/Lang(zh-CN)", "");
	}

	private void add(String name, UnaryOperator<String> change) {
		String text = new String(plain().written(), StandardCharsets.ISO_8859_1);
		add(name, change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
	}

	private void add(String name, byte[] bytes) {
		this.files.put(name, bytes);
	}

}
