package cn.ecopark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

import cn.ecopark.SampleFiles;
import cn.ecopark.gate.Verdict.Finding;

/**
 * Files as they are met in public, each made anew and small: what is ordinary passes, and
 * what does not is told its true reason.
 */
class FoundFilesTest {

	private static final ProcessGate GATE = new ProcessGate(new GateSettings(1, 1, 500, Duration.ofSeconds(10)));

	@TempDir
	private Path folder;

	@AfterAll
	static void close() {
		GATE.close();
	}

	@ParameterizedTest
	@CsvFileSource(resources = "/gate/found/files.csv", numLinesToSkip = 1)
	void judgesEachFileOfTheTable(String file, String finding, String what) throws IOException {
		try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/gate/found/" + file))) {
			assertThat(codes(judge(file, in.readAllBytes()))).as(what)
				.isEqualTo((finding == null) ? List.of() : List.of(finding));
		}
	}

	static Stream<Arguments> otherKinds() {
		return Stream.of(kind("规划.ods", odf("spreadsheet"), "kind.opendocument"),
				kind("规划.docx", odf("text"), "kind.opendocument"),
				kind("公文.ofd", SampleFiles.archive("OFD.xml", "Doc_0/Document.xml"), "kind.ofd"),
				kind("公文.ofd", SampleFiles.archive("Tags/a.xml", "OFD.xml"), "kind.ofd"),
				kind("资料.zip", SampleFiles.archive("资料.pdf"), "kind.archive"),
				kind("资料.rar", latin("Rar!\u001a\u0007" + "x".repeat(50)), "kind.archive"),
				kind("照片.heic", latin("\0\0\0\u0018ftypheic\0\0\0\0" + "x".repeat(50)), "kind.heic"),
				kind("现场.mp4", latin("\0\0\0\u0018ftypisom\0\0\0\0" + "x".repeat(50)), "kind.video"),
				kind("图.gif", latin("GIF89a" + "x".repeat(50)), "kind.picture"),
				kind("图.tif", latin("II*\0" + "x".repeat(50)), "kind.picture"),
				kind("报告.rtf", latin("{\\rtf1 text}"), "kind.text"),
				kind("规划.wps", old("WordDocument"), "office.old.word"),
				kind("规划.doc", old("WordDocument"), "office.old.word"),
				kind("数据.xls", old("Workbook"), "office.old.excel"),
				kind("汇报.ppt", old("PowerPoint Document"), "office.old.slides"),
				kind("规划.docx", old("EncryptedPackage"), "office.locked"));
	}

	@ParameterizedTest
	@MethodSource("otherKinds")
	void saysWhatItIsThatIsNotTaken(String name, byte[] bytes, String code) throws IOException {
		assertThat(codes(judge(name, bytes))).containsExactly(code);
	}

	@Test
	void takesAPictureByWhatItIs() throws IOException {
		Verdict verdict = judge("照片.jpg", SampleFiles.png(8));

		assertThat(verdict.passes()).isTrue();
		assertThat(verdict.type()).isEqualTo(FileType.PNG);
	}

	@Test
	void knowsATextWhateverItsMainPartIsCalled() throws IOException {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		OfficeSample.text("<w:p/>")
			.parts()
			.forEach((name, bytes) -> parts.put(name.replace("document.xml", "document22.xml"),
					new String(bytes, StandardCharsets.UTF_8).replace("word/document.xml", "word/document22.xml")
						.getBytes(StandardCharsets.UTF_8)));

		assertThat(judge("规划.docx", OfficeSample.archive(parts)).passes()).isTrue();
	}

	@Test
	void forgivesAnEmptyPartAndTheEndOfALineBehind() throws IOException {
		byte[] empty = OfficeSample.sheet().part("xl/calcChain.xml", "").written();
		byte[] longer = Arrays.copyOf(empty, empty.length + 1);
		longer[empty.length] = '\n';

		assertThat(codes(judge("数据.xlsx", empty))).isEmpty();
		assertThat(codes(judge("数据.xlsx", longer))).isEmpty();
		longer[empty.length] = 'x';
		assertThat(codes(judge("数据.xlsx", longer))).containsExactly("office.archive");
	}

	@Test
	void namesTheObjectAndItsPlace() throws IOException {
		byte[] drawing = OfficeSample
			.text("<w:t>总平面图如下：</w:t><o:OLEObject ProgID='Visio.Drawing.15'"
					+ " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' r:id='r0'/>")
			.related("package", "embeddings/a.vsdx", false)
			.part("word/embeddings/a.vsdx", OfficeSample.text().written())
			.written();

		assertThat(judge("规划.docx", drawing).findings())
			.containsExactly(new Finding("office.object.drawing", List.of("1", "总平面图如下：", "Visio.Drawing.15")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.mee.gov.cn/", "HTTP://a.cn", "htttp://a.cn", "www.a.cn:8080/b", "附件.pdf",
			"mailto:a@b.cn", "file:///D:/规划/附件1.docx", "javascript:void(0);", "doi:10.1000/182" })
	void letsOrdinaryLinksPass(String address) throws IOException {
		assertThat(codes(judge("规划.pdf", linkTo(address)))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ms-msdt:/id", "ms-officecmd:x", "smb://host/a", "mhtml:http://a", "file:///C:/a.exe",
			"javascript:void(0);alert(1)", "search-ms:query=a", "vbscript:x", "data:text/html,x",
			"\\\\\\\\host\\\\a.pdf" })
	void refusesLinksThatStartSomething(String address) throws IOException {
		assertThat(judge("规划.pdf", linkTo(address)).passes()).isFalse();
		assertThat(judge("规划.pdf",
				RawPdf.ofOnePage("", "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI 10 0 R>>>>]")
					.with(10, "11 0 R")
					.with(11, text(address))
					.written())
			.passes()).as("over two references").isFalse();
	}

	@Test
	void takesTitlesForNoAddresses() throws IOException {
		byte[] titled = RawPdf.ofOnePage("/Outlines<</First 10 0 R/Last 10 0 R/Count 1>>", "")
			.with(10, "<</Title 11 0 R/Dest[3 0 R/Fit]>>")
			.with(11, "(javascript: an introduction)")
			.with(12, "(//Computer/Desktop)")
			.written();

		assertThat(codes(judge("规划.pdf", titled))).isEmpty();
	}

	@Test
	void findsWhatIsCarriedInAStream() throws IOException {
		byte[] text = OfficeSample.text().written();
		byte[] plain = RawPdf.ofOnePage("", "").with(10, new RawPdf.Stream("", text)).written();
		byte[] packed = RawPdf.ofOnePage("", "")
			.with(10, new RawPdf.Stream("/Filter/FlateDecode", RawPdf.deflated(text)))
			.written();
		byte[] named = RawPdf.ofOnePage("/Names<</EmbeddedFiles<</Names[(a)10 0 R]>>>>", "")
			.with(10, "<</Type/Filespec/F(a.joboptions)/EF<</F 11 0 R>>>>")
			.with(11, new RawPdf.Stream("/Type/EmbeddedFile", latin("MZ\u0090\0")))
			.written();

		assertThat(codes(judge("规划.pdf", plain))).contains("pdf.embedded");
		assertThat(codes(judge("规划.pdf", packed))).contains("pdf.embedded");
		assertThat(codes(judge("规划.pdf", named))).as("a program called settings").containsExactly("pdf.embedded");
	}

	@Test
	void findsDangersBehindAnEncryptionWithoutPassword() throws IOException {
		for (int bits : new int[] { 40, 128, 256 }) {
			for (boolean packed : new boolean[] { false, true }) {
				assertThat(codes(judge("规划.pdf", LockedPdfs.with(bits, packed, "https://a.cn")))).isEmpty();
				assertThat(codes(judge("规划.pdf", LockedPdfs.with(bits, packed, "search-ms:query=a"))))
					.as(bits + " bits, packed " + packed)
					.containsExactly("pdf.address.page");
			}
		}
	}

	@Test
	void refusesWhatIsEncryptedForOneReaderAndNotForAnother() throws IOException {
		String locked = new String(LockedPdfs.with(128, false, "https://a.cn"), StandardCharsets.ISO_8859_1);
		byte[] twice = latin(locked + "\ntrailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n");

		assertThat(codes(judge("规划.pdf", twice))).contains("pdf.mixed");
	}

	@Test
	void saysEachReasonInBothLanguages() {
		ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
		messages.setBasename("classpath:messages/gate");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		Stream<String> codes = Stream.concat(otherKinds().map((kind) -> (String) kind.get()[2]),
				Stream.of("image.motion", "pdf.automatic", "pdf.automatic.page", "pdf.address", "pdf.address.page",
						"pdf.mixed", "office.object", "office.object.equation", "office.object.drawing",
						"office.object.table", "too-slow"));

		assertThat(codes).allSatisfy((code) -> {
			for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
				assertThat(messages.getMessage("gate.finding." + code, new Object[] { "1", "2", "3" }, locale))
					.doesNotContain("{");
			}
		});
	}

	private static byte[] linkTo(String address) {
		return RawPdf
			.ofOnePage("", "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI" + text(address) + ">>>>]")
			.written();
	}

	private static String text(String address) {
		StringBuilder digits = new StringBuilder("<FEFF");
		address.chars().forEach((letter) -> digits.append("%04X".formatted(letter)));
		return digits.append('>').toString();
	}

	private static Arguments kind(String name, byte[] bytes, String code) {
		return Arguments.of(name, bytes, code);
	}

	private static byte[] odf(String kind) {
		return latin("PK\u0003\u0004" + "\0".repeat(26) + "mimetypeapplication/vnd.oasis.opendocument." + kind + "PK");
	}

	private static byte[] old(String part) {
		StringBuilder wide = new StringBuilder("\u00d0\u00cf\u0011\u00e0" + "\0".repeat(600));
		part.chars().forEach((letter) -> wide.append((char) letter).append('\0'));
		return latin(wide.append("\0".repeat(40)).toString());
	}

	private static byte[] latin(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private Verdict judge(String name, byte[] bytes) throws IOException {
		return GATE.judge(Files.write(this.folder.resolve("file"), bytes), name);
	}

	private static List<String> codes(Verdict verdict) {
		return verdict.findings().stream().map(Finding::code).toList();
	}

}
