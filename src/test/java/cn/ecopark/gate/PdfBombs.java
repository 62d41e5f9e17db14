package cn.ecopark.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

import cn.ecopark.SampleFiles;
import cn.ecopark.gate.RawPdf.Stream;

/** PDFs made to exhaust whoever opens them, that are two things, or that are none. */
final class PdfBombs {

	private static final int MEBIBYTE = 1 << 20;

	private final List<HostileFile> files = new ArrayList<>();

	private PdfBombs() {
	}

	static List<HostileFile> all() throws IOException {
		PdfBombs bombs = new PdfBombs();
		bombs.packed();
		bombs.pixels();
		bombs.trees();
		bombs.nested();
		bombs.polyglots();
		bombs.encrypted();
		return bombs.files;
	}

	private void packed() {
		byte[] zeros = RawPdf.deflated(new byte[80 * MEBIBYTE]);
		content("drawing that unpacks enormously", "one filter", "/Filter/FlateDecode", zeros, "pdf.bomb");
		content("drawing that unpacks enormously", "two filters", "/Filter[/FlateDecode/FlateDecode]",
				RawPdf.deflated(zeros), "pdf.bomb");
		content("drawing that unpacks enormously", "short name, hexadecimal", "/Filter[/AHx/Fl]", hex(zeros),
				"pdf.bomb");
		content("drawing that unpacks enormously", "names as numbers", "/#46ilter/#46lateDecode", zeros, "pdf.bomb");
		content("drawing that unpacks enormously", "run lengths", "/Filter[/FlateDecode/RunLengthDecode]",
				RawPdf.deflated(repeated(new byte[] { (byte) 129, 0 }, MEBIBYTE)), "pdf.bomb");
		content("drawing that unpacks enormously", "wrong length", "/Length 3/Filter/FlateDecode", zeros, "pdf.bomb");
		content("more filters than anybody needs", HostileFile.OPEN, "/Filter[" + "/FlateDecode".repeat(40) + "]",
				zeros, "pdf.bomb");
		byte[] objects = RawPdf.deflated(repeated("10 0 ".getBytes(StandardCharsets.US_ASCII), 40 * MEBIBYTE / 5));
		add("objects that unpack enormously",
				RawPdf.ofOnePage("", "")
					.with(10, new Stream("/Type/ObjStm/N 2000000/First 9000000/Filter/FlateDecode", objects)),
				"pdf.bomb");
		add("table that unpacks enormously",
				RawPdf.ofOnePage("", "")
					.with(10, new Stream("/Type/XRef/Size 9/W[1 4 1]/Root 1 0 R/Filter/FlateDecode",
							RawPdf.deflated(new byte[40 * MEBIBYTE]))),
				"pdf.bomb");
		RawPdf many = RawPdf.ofOnePage("", "");
		byte[] small = RawPdf.deflated(new byte[30 * MEBIBYTE]);
		for (int number = 10; number < 30; number++) {
			many.with(number, new Stream("/Filter/FlateDecode", small));
		}
		add("many that unpack to a lot together", many, "pdf.bomb");
		content("filter in another object", HostileFile.OPEN, "/Filter 20 0 R", zeros, "pdf.bomb");
	}

	private void pixels() {
		picture("one number", "/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 8", new byte[9]);
		picture("numbers as reals", "/Width 100000.0/Height 99999.9/ColorSpace/DeviceGray/BitsPerComponent 8",
				new byte[9]);
		picture("fax", "/Width 8/Height 8/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 2000000/Rows 20000>>",
				new byte[9]);
		picture("JPEG says more", "/Width 8/Height 8/Filter/DCTDecode", Jpegs.ofSize(60000, 60000));
		ByteBuffer wavelet = ByteBuffer.allocate(64)
			.putInt(0xff4fff51)
			.putInt(0x00290000)
			.putInt(200000)
			.putInt(200000);
		picture("JPEG 2000 says more", "/Width 8/Height 8/Filter/JPXDecode", wavelet.array());
		ByteBuffer bits = ByteBuffer.allocate(64).putInt(0).put((byte) 48).put((byte) 0).put((byte) 1).putInt(19);
		picture("JBIG2 says more", "/Width 8/Height 8/Filter/JBIG2Decode", bits.putInt(900000).putInt(900000).array());
		content("picture of enormous size", "within the drawing", "/Filter/FlateDecode",
				RawPdf.deflated("q BI /W 300000 /H 300000 /CS /G /BPC 8 ID x EI Q".getBytes(StandardCharsets.US_ASCII)),
				"pdf.pixels");
		picture("packed with more than its size", "pdf.bomb",
				"/Width 10/Height 10/BitsPerComponent 8/Filter/FlateDecode", RawPdf.deflated(new byte[100 * MEBIBYTE]));
	}

	private void trees() {
		add("pages in a circle", RawPdf.ofOnePage("", "").with(2, "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>"),
				"pdf.page-tree");
		add("pages in a circle", "over two", RawPdf.ofOnePage("", "")
			.withAll(
					Map.of(2, "<</Type/Pages/Kids[10 0 R]/Count 1>>", 10, "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 1>>")),
				"pdf.page-tree");
		RawPdf doubling = RawPdf.ofOnePage("", "").with(2, "<</Type/Pages/Kids[10 0 R 10 0 R]/Count 2>>");
		for (int number = 10; number < 40; number++) {
			int next = (number < 39) ? number + 1 : 3;
			doubling.with(number, "<</Type/Pages/Kids[" + (next + " 0 R ").repeat(2) + "]/Count 2>>");
		}
		add("pages that double at each step", doubling, "pdf.too-many-pages");
		add("pages claimed without end",
				RawPdf.ofOnePage("", "").with(2, "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>"), "pdf.too-many-pages");
		add("sheet of a kilometre", RawPdf.ofOnePage("", "/MediaBox[0 0 9000000 9000000]"), "pdf.page-size");
		add("sheet of a kilometre", "by its unit", RawPdf.ofOnePage("", "/UserUnit 100000"), "pdf.page-size");
	}

	private void nested() {
		add("arrays without end", RawPdf.ofOnePage("/X 10 0 R", "").with(10, "[".repeat(200_000)), "pdf.nesting");
		add("dictionaries without end", RawPdf.ofOnePage("/X 10 0 R", "").with(10, "<</A".repeat(50_000)),
				"pdf.nesting");
		add("arrays without end", "nobody refers to", RawPdf.ofOnePage("", "").with(10, "[".repeat(20_000)),
				"pdf.nesting");
	}

	private void polyglots() throws IOException {
		byte[] plain = RawPdf.ofOnePage("", "").written();
		add("web page before the file", "short", RawPdf.ofOnePage("", "").written("<html><script>x</script>\n"),
				"two-kinds");
		add("web page before the file", "long", RawPdf.ofOnePage("", "").written("<!doctype html>" + "x".repeat(900)),
				"two-kinds");
		add("much before the file", HostileFile.OPEN, RawPdf.ofOnePage("", "").written("x".repeat(900)), "two-kinds");
		add("archive behind the file", HostileFile.OPEN, joined(plain, SampleFiles.archive("a.exe")), "two-kinds");
		add("program behind the file", HostileFile.OPEN,
				joined(plain, repeated("MZ123456".getBytes(StandardCharsets.US_ASCII), 2000)), "more-behind");
		add("transfer broken off", HostileFile.OPEN, Arrays.copyOf(plain, plain.length - 30), "damaged");
		add("nothing but the first line", HostileFile.OPEN, "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII),
				"damaged");
		add("no pages", RawPdf.ofOnePage("", "").with(2, "<</Type/Pages/Kids[]/Count 0>>"), "damaged");
	}

	private void encrypted() throws IOException {
		for (int bits : new int[] { 40, 128, 256 }) {
			try (PDDocument document = new PDDocument()) {
				document.addPage(new PDPage());
				StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "secret",
						new AccessPermission());
				policy.setEncryptionKeyLength(bits);
				document.protect(policy);
				ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				document.save(bytes);
				add("encrypted with a password", bits + " bits", bytes.toByteArray(), "pdf.encrypted");
			}
		}
		add("encrypted by something unknown", RawPdf.ofOnePage("", "").withTrailer("/#45ncrypt<</Filter/Odd/V 9>>"),
				"pdf.encrypted");
	}

	private void content(String technique, String disguise, String dictionary, byte[] data, String code) {
		add(technique, disguise,
				RawPdf.ofOnePage("", "").withAll(Map.of(4, new Stream(dictionary, data), 20, "/FlateDecode")), code);
	}

	private void picture(String disguise, String dictionary, byte[] data) {
		picture(disguise, "pdf.pixels", dictionary, data);
	}

	private void picture(String disguise, String code, String dictionary, byte[] data) {
		add("picture of enormous size", disguise, RawPdf.ofOnePage("", "/Resources<</XObject<</a 10 0 R>>>>")
			.with(10, new Stream("/Type/XObject/Subtype/Image" + dictionary, data)), code);
	}

	private void add(String technique, RawPdf pdf, String code) {
		add(technique, HostileFile.OPEN, pdf, code);
	}

	private void add(String technique, String disguise, RawPdf pdf, String code) {
		add(technique, disguise, pdf.written(), code);
	}

	private void add(String technique, String disguise, byte[] bytes, String code) {
		this.files.add(new HostileFile(technique, disguise, "规划.pdf", bytes, code));
	}

	static byte[] joined(byte[] first, byte[] second) {
		byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

	private static byte[] repeated(byte[] part, int times) {
		byte[] all = new byte[part.length * times];
		for (int at = 0; at < all.length; at++) {
			all[at] = part[at % part.length];
		}
		return all;
	}

	private static byte[] hex(byte[] data) {
		return (HexFormat.of().formatHex(data) + ">").getBytes(StandardCharsets.US_ASCII);
	}

}
