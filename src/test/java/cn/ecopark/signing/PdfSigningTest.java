package cn.ecopark.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import cn.ecopark.signing.PdfSigning.Words;

import cn.ecopark.officialdocument.DocumentsOnTable;
import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.typesetting.manuscript.Facts;

import static org.assertj.core.api.Assertions.assertThat;

class PdfSigningTest {

	private static final Instant AT = Instant.parse("2019-07-05T02:00:00Z");

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final SigningKey ROOT = DemonstrationAuthority.root();

	@Test
	void signsInTurnSoThatAllSignaturesHoldAndTheLastCoversTheFile() throws Exception {
		byte[] signed = signedByThree();

		List<SignatureFinding> found = PdfSignatures.of(signed);

		assertThat(found).extracting(SignatureFinding::signer).containsExactly("科学技术部（演示）", "商务部（演示）", "生态环境部（演示）");
		assertThat(found).allMatch(SignatureFinding::holds).extracting(SignatureFinding::at).containsOnly(AT);
		assertThat(found).extracting(SignatureFinding::whole).containsExactly(false, false, true);
		assertThat(PdfSignatures.allHold(found, 3)).isTrue();
		assertThat(PdfSignatures.allHold(found, 2)).isFalse();
	}

	@Test
	void staysArchivalWithThreeSignatures() throws Exception {
		assertThat(Conformance.faults(PlainPdfs.document())).isEmpty();
		assertThat(Conformance.faults(signedByThree())).isEmpty();
	}

	/** As it goes out, for those who hear it: ISO 14289-1. */
	@Test
	void staysTaggedWithASignature() throws Exception {
		OfficialDocumentKind kind = DocumentsOnTable.kinds().get(ShippedPacks.FIRST, "rectificationNotice");
		byte[] set = DocumentsOnTable.composer()
			.compose(kind.key(), kind.release(), Facts.examples(kind.facts()), DocumentsOnTable.imprint(kind))
			.pdf();

		byte[] signed = sign(set, DemonstrationAuthority.key("商务部", ROOT), "商务部", AT);

		assertThat(Conformance.faults(signed)).isEmpty();
		assertThat(Conformance.faults(signed, PDFAFlavour.PDFUA_1)).isEmpty();
	}

	@Test
	void writesWhatTheBaselineAsksFor() throws Exception {
		byte[] signed = signedByThree();
		try (PDDocument document = Loader.loadPDF(signed)) {
			PDSignature signature = document.getLastSignatureDictionary();
			assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
			assertThat(signature.getFilter()).isEqualTo("Adobe.PPKLite");
			assertThat(signature.getReason()).isEqualTo("印发环发〔2019〕12号");
			assertThat(signature.getSignDate().toInstant()).isEqualTo(AT);
			CMSSignedData cms = new CMSSignedData(new ByteArrayInputStream(signature.getContents(signed)));
			AttributeTable attributes = cms.getSignerInfos().getSigners().iterator().next().getSignedAttributes();
			assertThat(attributes.get(CMSAttributes.signingTime)).isNull();
			assertThat(attributes.get(CMSAttributes.contentType)).isNotNull();
			assertThat(attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)).isNotNull();
			assertThat(cms.getCertificates().getMatches(null)).hasSize(2);
			assertThat(cms.isDetachedSignature()).isTrue();
		}
	}

	@Test
	void saysInEveryCertificateThatItIsWorthNothing() {
		SigningKey key = DemonstrationAuthority.key("商务部", ROOT);

		assertThat(key.certificate().getSubjectX500Principal().getName()).contains("演示专用 不具法律效力");
		assertThat(ROOT.certificate().getSubjectX500Principal().getName()).contains("演示专用 不具法律效力");
		assertThat(key.isValidAt(Instant.parse("2000-01-02T00:00:00Z"))).isTrue();
		assertThat(key.isValidAt(Instant.parse("2059-12-31T00:00:00Z"))).isTrue();
		assertThat(key.isValidAt(Instant.parse("1999-12-31T00:00:00Z"))).isFalse();
		assertThat(key.isValidAt(Instant.parse("2060-01-02T00:00:00Z"))).isFalse();
	}

	@Test
	void seesACertificateThatWasNotValidThen() throws IOException {
		byte[] signed = sign(PlainPdfs.document(), DemonstrationAuthority.key("商务部", ROOT), "商务部",
				Instant.parse("2061-01-01T00:00:00Z"));

		SignatureFinding found = PdfSignatures.of(signed).get(0);

		assertThat(found.intact()).isTrue();
		assertThat(found.inTime()).isFalse();
		assertThat(found.holds()).isFalse();
	}

	@Test
	void seesWhatWasAddedBehindTheSignature() throws IOException {
		byte[] signed = sign(PlainPdfs.document(), DemonstrationAuthority.key("商务部", ROOT), "商务部", AT);
		byte[] longer = Arrays.copyOf(signed, signed.length + 20);
		Arrays.fill(longer, signed.length, longer.length, (byte) '\n');

		assertThat(PdfSignatures.allHold(PdfSignatures.of(signed), 1)).isTrue();
		assertThat(PdfSignatures.allHold(PdfSignatures.of(longer), 1)).isFalse();
	}

	@Test
	void seesWhatIsHiddenBesideTheSignature() throws IOException {
		byte[] signed = sign(PlainPdfs.document(), DemonstrationAuthority.key("商务部", ROOT), "商务部", AT);
		int[] range;
		try (PDDocument document = Loader.loadPDF(signed)) {
			range = document.getLastSignatureDictionary().getByteRange();
		}
		signed[range[2] - 3] = 'A';

		assertThat(PdfSignatures.of(signed)).noneMatch(SignatureFinding::holds);
	}

	static byte[] signedByThree() throws IOException {
		byte[] signed = PlainPdfs.document();
		for (String body : List.of("科学技术部", "商务部", "生态环境部")) {
			signed = sign(signed, DemonstrationAuthority.key(body, ROOT), body, AT);
		}
		return signed;
	}

	private static byte[] sign(byte[] pdf, SigningKey key, String body, Instant at) throws IOException {
		return PdfSigning.sign(pdf, key, new Words(body, "印发环发〔2019〕12号", "http://localhost/verify/ABCD"), at, ZONE);
	}

}
