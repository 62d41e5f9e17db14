package cn.ecopark.officialdocument;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.ecopark.signing.SealHolder;
import cn.ecopark.ModuleTest;
import cn.ecopark.signing.Conformance;
import cn.ecopark.signing.PdfSignatures;
import cn.ecopark.signing.PlainPdfs;
import cn.ecopark.signing.Seals;
import cn.ecopark.signing.SignInTurn;
import cn.ecopark.signing.SignInTurn.Signed;
import cn.ecopark.signing.SignatureFinding;
import cn.ecopark.signing.SigningRefusals.CertificateNotValid;
import cn.ecopark.signing.SigningRefusals.NoCertificate;
import cn.ecopark.signing.SigningRefusals.NoSeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Without the demonstration, only what is configured seals and signs. */
@ModuleTest
@Import(DocumentStage.class)
class ProductionProofTest {

	private static final SealHolder MEE = new SealHolder("MEE", "生态环境部");

	private static final SealHolder MOFCOM = new SealHolder("MOFCOM", "商务部");

	private static final String PASSWORD = "for this test";

	private static final Instant AT = Instant.parse("2019-07-05T02:00:00Z");

	@Autowired
	SignInTurn signing;

	@Autowired
	Seals seals;

	@Autowired
	ApplicationContext context;

	@DynamicPropertySource
	static void configure(DynamicPropertyRegistry properties) throws Exception {
		// Made here: the properties are asked for before an extension gives a folder.
		Path folder = Files.createTempDirectory("seals");
		Path store = folder.resolve("mee.p12");
		makeKeyStore(store);
		Path seal = Files.copy(SealPictures.square(folder), folder.resolve("mee.png"));
		properties.add("ecopark.signing.keystores.mee.file", store::toString);
		properties.add("ecopark.signing.keystores.mee.password", () -> PASSWORD);
		properties.add("ecopark.signing.seal-folder", folder::toString);
		properties.add("ecopark.signing.seals.mee", () -> seal.getFileName().toString());
	}

	@Test
	void signsWithTheConfiguredKey() throws Exception {
		Signed signed = this.signing.sign(PlainPdfs.document(), List.of(MEE), "印发公文", "verify", AT);

		List<SignatureFinding> found = PdfSignatures.of(signed.pdf());
		assertThat(found).extracting(SignatureFinding::signer).containsExactly("生态环境部测试");
		assertThat(PdfSignatures.allHold(found, 1)).isTrue();
		assertThat(Conformance.faults(signed.pdf())).isEmpty();
	}

	@Test
	void refusesABodyWithoutKeyOrSeal() throws Exception {
		byte[] document = PlainPdfs.document();

		assertThatThrownBy(() -> this.signing.sign(document, List.of(MEE, MOFCOM), "印发公文", "verify", AT))
			.isInstanceOf(NoCertificate.class);
		assertThat(this.seals.of(MEE)).isPresent();
		assertThatThrownBy(() -> this.seals.of(MOFCOM)).isInstanceOf(NoSeal.class);
		assertThat(this.context.getBeanDefinitionNames()).anyMatch(name -> name.endsWith("SigningKeys"))
			.noneMatch(name -> name.endsWith("DemonstrationKeys"));
	}

	@Test
	void refusesACertificateThatIsNotValidAtTheTimeOfIssue() throws Exception {
		byte[] document = PlainPdfs.document();

		for (String at : List.of("2017-12-31T00:00:00Z", "2021-01-02T00:00:00Z")) {
			assertThatThrownBy(() -> this.signing.sign(document, List.of(MEE), "印发公文", "verify", Instant.parse(at)))
				.isInstanceOf(CertificateNotValid.class);
		}
	}

	/** RSA, valid from 2018 to 2020: documents signed then hold for ever. */
	private static void makeKeyStore(Path file) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair pair = generator.generateKeyPair();
		X500Name name = new X500Name("CN=生态环境部测试");
		X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(
				new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(Instant.parse("2018-01-01T00:00:00Z")),
						Date.from(Instant.parse("2021-01-01T00:00:00Z")), name, pair.getPublic())
					.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("only", pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] { certificate });
		try (OutputStream out = Files.newOutputStream(file)) {
			store.store(out, PASSWORD.toCharArray());
		}
	}

	/** A picture that stands for a seal. */
	private static final class SealPictures {

		private SealPictures() {
		}

		static Path square(Path folder) throws java.io.IOException {
			Path file = folder.resolve("square.png");
			javax.imageio.ImageIO.write(
					new java.awt.image.BufferedImage(10, 10, java.awt.image.BufferedImage.TYPE_INT_ARGB), "png",
					file.toFile());
			return file;
		}

	}

}
