package cn.ecopark.officialdocument;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.signing.SealHolder;
import cn.ecopark.ModuleTest;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.signing.Conformance;
import cn.ecopark.signing.PdfSignatures;
import cn.ecopark.signing.Seals;
import cn.ecopark.signing.SignInTurn;
import cn.ecopark.signing.SignInTurn.Signed;
import cn.ecopark.typesetting.Composition;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.Imprint.SigningBody;
import cn.ecopark.typesetting.Imprint.Verification;
import cn.ecopark.typesetting.manuscript.Facts;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents set, sealed and signed one after the other, as they go out. */
@ModuleTest
@Import(DocumentStage.class)
@TestPropertySource(properties = { "ecopark.demonstration=true", "ecopark.public-address=https://papers.example.cn" })
class IssuedDecisionTest {

	private static final List<String> MINISTRIES = List.of("MEE", "MOFCOM", "MOST");

	private static final LocalDate DAY = LocalDate.of(2019, 7, 5);

	private static final Instant AT = Instant.parse("2019-07-05T02:00:00Z");

	@Autowired
	OfficialDocumentKinds kinds;

	@Autowired
	Composer composer;

	@Autowired
	Seals seals;

	@Autowired
	SignInTurn signing;

	@Autowired
	VerificationAddress address;

	@Autowired
	Units units;

	@Test
	void aJointDocumentWithThreeSealsAndSignaturesIsArchival() throws Exception {
		Signed signed = issue("namingNotice", "环发", MINISTRIES);

		assertThat(Conformance.faults(signed.pdf())).isEmpty();
		assertThat(PdfSignatures.allHold(PdfSignatures.of(signed.pdf()), 3)).isTrue();
		pictures(signed.pdf(), "issued-naming");
	}

	@Test
	void aDocumentOfTheOfficeIsArchival() throws Exception {
		Signed signed = issue("acceptanceNote", "示范园办", List.of("OFFICE"));

		assertThat(Conformance.faults(signed.pdf())).isEmpty();
		assertThat(PdfSignatures.allHold(PdfSignatures.of(signed.pdf()), 1)).isTrue();
		pictures(signed.pdf(), "issued-note");
	}

	private Signed issue(String kind, String series, List<String> bodies) throws IOException {
		VerificationCode code = VerificationCode.next();
		DocumentNumber number = DocumentNumber.of(series, 2019, 12);
		List<SigningBody> signing = bodies.stream()
			.map(body -> new SigningBody(this.units.nameOn(body, DAY), this.seals.of(holder(body)).orElse(null)))
			.toList();
		Imprint imprint = new Imprint(number.text(), DAY, signing,
				new Verification(this.address.page(), code.text(), QrCode.of(this.address.of(code))));
		Facts facts = Facts.examples(this.kinds.get(ShippedPacks.FIRST, kind).facts());
		Composition document = this.composer.compose(kind, ShippedPacks.FIRST, facts, imprint);
		assertThat(document.missing()).isEmpty();
		return this.signing.sign(document.pdf(), bodies.stream().map(this::holder).toList(), "印发公文", code.text(), AT);
	}

	private SealHolder holder(String unit) {
		return new SealHolder(unit, this.units.nameOn(unit, DAY));
	}

	private static void pictures(byte[] pdf, String name) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "screenshots"));
		try (PDDocument document = Loader.loadPDF(pdf)) {
			for (int page = 0; page < document.getNumberOfPages(); page++) {
				File file = folder.resolve(name + "-" + (page + 1) + ".png").toFile();
				ImageIO.write(new PDFRenderer(document).renderImageWithDPI(page, 100), "png", file);
			}
		}
	}

}
