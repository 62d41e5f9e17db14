package cn.ecopark.officialdocument;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.signing.SealHolder;
import cn.ecopark.ModuleTest;
import cn.ecopark.content.ContentStore;
import cn.ecopark.officialdocument.OfficialDocument.IssuedFile;
import cn.ecopark.officialdocument.VerificationFinding.Result;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.signing.Conformance;
import cn.ecopark.signing.DemonstrationAuthority;
import cn.ecopark.signing.PdfSigning;
import cn.ecopark.signing.PlainPdfs;
import cn.ecopark.signing.SignInTurn;
import cn.ecopark.signing.SignInTurn.Signed;
import cn.ecopark.signing.SignatureFinding;

import static org.assertj.core.api.Assertions.assertThat;

@ModuleTest
@Import(DocumentStage.class)
@TestPropertySource(properties = { "ecopark.demonstration=true", "ecopark.public-address=https://papers.example.cn" })
class VerificationTest {

	private static final Instant AT = Instant.parse("2019-07-05T02:00:00Z");

	private static final List<OfficialDocument.Body> BODIES = List.of(new OfficialDocument.Body("MEE", "生态环境部"),
			new OfficialDocument.Body("MOFCOM", "商务部"), new OfficialDocument.Body("MOST", "科学技术部"));

	@Autowired
	SignInTurn signing;

	@Autowired
	Verification verification;

	@Autowired
	OfficialDocuments documents;

	@Autowired
	ContentStore store;

	@TempDir
	Path folder;

	VerificationCode code;

	byte[] issued;

	@BeforeEach
	void issueADocument() throws IOException {
		this.code = VerificationCode.next();
		this.issued = sign(PlainPdfs.document(), this.code);
		register(this.code, this.issued, Audience.PARK);
	}

	@Test
	void findsTheIssuedFileGenuineWithAllItsSignatures() throws Exception {
		VerificationFinding found = verify(this.issued);

		assertThat(found.result()).isEqualTo(Result.GENUINE);
		assertThat(found.document()).isNotNull().extracting(OfficialDocument::code).isEqualTo(this.code);
		assertThat(found.signatures()).allMatch(SignatureFinding::holds)
			.extracting(SignatureFinding::signer)
			.containsExactly("科学技术部（演示）", "商务部（演示）", "生态环境部（演示）");
		assertThat(Conformance.faults(this.issued)).isEmpty();
	}

	@Test
	void seesEverySingleByteThatWasChanged() throws IOException {
		Random random = new Random(20190705);
		int step = Math.max(1, this.issued.length / 400);
		for (int region = 0; region < this.issued.length; region += step) {
			byte[] changed = this.issued.clone();
			int at = Math.min(changed.length - 1, region + random.nextInt(step));
			changed[at] ^= (byte) (1 << random.nextInt(8));

			assertThat(verify(changed).result()).as("byte %d", at).isEqualTo(Result.ALTERED);
		}
	}

	@Test
	void seesWhatWasAddedOrCutOff() throws IOException {
		byte[] longer = Arrays.copyOf(this.issued, this.issued.length + 1);
		longer[this.issued.length] = '\n';

		assertThat(verify(longer).result()).isEqualTo(Result.ALTERED);
		assertThat(verify(Arrays.copyOf(this.issued, this.issued.length - 1)).result()).isEqualTo(Result.ALTERED);
	}

	@Test
	void seesThatTheLastSignatureWasTakenAway() throws IOException {
		byte[] firstTwo = Arrays.copyOf(this.issued, endOfRevision(this.issued, 2));

		VerificationFinding found = verify(firstTwo);

		assertThat(found.result()).isEqualTo(Result.ALTERED);
		assertThat(found.document()).isNotNull().extracting(OfficialDocument::code).isEqualTo(this.code);
	}

	@Test
	void trustsNoSignatureOfOthers() throws IOException {
		byte[] forged = PdfSigning.sign(PlainPdfs.document(),
				DemonstrationAuthority.key("生态环境部", DemonstrationAuthority.root()),
				new PdfSigning.Words("生态环境部", "印发", "https://papers.example.cn/verify/" + this.code), AT,
				ZoneId.of("Asia/Shanghai"));
		byte[] foreign = PdfSigning.sign(PlainPdfs.document(),
				DemonstrationAuthority.key("某单位", DemonstrationAuthority.root()),
				new PdfSigning.Words("某单位", "同意", "北京"), AT, ZoneId.of("Asia/Shanghai"));

		assertThat(verify(forged).result()).isEqualTo(Result.ALTERED);
		assertThat(verify(foreign).result()).isEqualTo(Result.UNKNOWN);
	}

	@Test
	void seesACodeThatIsPrintedOnAnotherFile() throws IOException {
		byte[] printed = PlainPdfs.document((document, page) -> {
			page.beginText();
			page.setFont(new PDType1Font(FontName.HELVETICA), 12);
			page.newLineAtOffset(100, 100);
			page.showText("No. " + this.code);
			page.endText();
		});
		assertThat(new String(printed, StandardCharsets.ISO_8859_1)).doesNotContain(this.code.text());

		assertThat(verify(printed).result()).isEqualTo(Result.ALTERED);
	}

	@Test
	void knowsNothingOfOtherFiles() throws IOException {
		assertThat(verify(PlainPdfs.document()).result()).isEqualTo(Result.UNKNOWN);
		assertThat(verify("%PDF-1.7 broken".getBytes(StandardCharsets.US_ASCII)).result()).isEqualTo(Result.UNKNOWN);
		assertThat(verify(new byte[0]).result()).isEqualTo(Result.UNKNOWN);
		assertThat(verify(VerificationCode.next().text().getBytes(StandardCharsets.US_ASCII)).result())
			.isEqualTo(Result.UNKNOWN);
	}

	@Test
	void saysWhichDocumentTookThePlaceOfAnother() throws IOException {
		VerificationCode next = VerificationCode.next();
		byte[] reprint = sign(PlainPdfs.document(), next);
		this.documents.supersede(this.code, toRegister(next, reprint, Audience.PARK), "附件有误，重印");

		VerificationFinding found = verify(this.issued);

		assertThat(found.result()).isEqualTo(Result.SUPERSEDED);
		assertThat(found.replacement()).isNotNull().extracting(OfficialDocument::code).isEqualTo(next);
		assertThat(this.verification.ask(this.code).result()).isEqualTo(Result.SUPERSEDED);
		assertThat(verify(reprint).result()).isEqualTo(Result.GENUINE);
	}

	@Test
	void saysThatADocumentIsVoid() throws IOException {
		this.documents.annul(this.code, "发文程序有误");

		assertThat(verify(this.issued).result()).isEqualTo(Result.VOIDED);
		assertThat(this.verification.ask(this.code).result()).isEqualTo(Result.VOIDED);
	}

	@Test
	void findsByNumberWhatIsPublicAndTheRestByCodeOnly() throws IOException {
		VerificationCode open = VerificationCode.next();
		byte[] file = sign(PlainPdfs.document(), open);
		DocumentNumber number = DocumentNumber.of("环发", 2031, file.length % 90_000 + 1);
		this.documents.register(new RegisterEntry(open, number, "naming-notice", "通知", BODIES, LocalDate.of(2019, 7, 5),
				"b-9", file(file), Audience.PUBLIC));

		assertThat(this.verification.ask(number).result()).isEqualTo(Result.GENUINE);
		assertThat(this.verification.ask(DocumentNumber.of("环发", 2032, 1)).result()).isEqualTo(Result.UNKNOWN);
		assertThat(this.verification.ask(this.code).result()).isEqualTo(Result.GENUINE);
		assertThat(this.verification.ask(VerificationCode.next()).result()).isEqualTo(Result.UNKNOWN);
	}

	private byte[] sign(byte[] pdf, VerificationCode code) throws IOException {
		Signed signed = this.signing.sign(pdf,
				BODIES.stream().map(body -> new SealHolder(body.unitId(), body.name())).toList(), "印发公文", code.text(),
				AT);
		assertThat(signed.signatures()).isEqualTo(3);
		return signed.pdf();
	}

	private void register(VerificationCode code, byte[] file, Audience audience) throws IOException {
		this.store.store(new ByteArrayInputStream(file));
		this.documents.register(toRegister(code, file, audience));
	}

	private static RegisterEntry toRegister(VerificationCode code, byte[] file, Audience audience) {
		return new RegisterEntry(code, null, "acceptance-opinion", "验收意见", BODIES, LocalDate.of(2019, 7, 5), "c-1",
				file(file), audience);
	}

	private static IssuedFile file(byte[] bytes) {
		try {
			String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
			return new IssuedFile(sha256, bytes.length, 3, ReleaseId.of("2015-167.1"), "test/1", null);
		}
		catch (java.security.NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static int endOfRevision(byte[] pdf, int signature) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			int[] range = document.getSignatureDictionaries().get(signature - 1).getByteRange();
			return range[2] + range[3];
		}
	}

	private VerificationFinding verify(byte[] bytes) throws IOException {
		return this.verification.verify(Files.write(this.folder.resolve("file.pdf"), bytes));
	}

}
