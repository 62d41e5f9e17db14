package cn.ecopark.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Map;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

import cn.ecopark.shared.Sha256;

/**
 * A detached CMS signature as PAdES baseline B-B wants it (ETSI EN 319 142-1): with the
 * digest of the signing certificate, and without a signing time of its own, which stands
 * in the PDF.
 */
final class CadesSignature {

	private final SigningKey key;

	CadesSignature(SigningKey key) {
		this.key = key;
	}

	/**
	 * @return the signature over that content, DER
	 */
	byte[] over(InputStream content) throws IOException {
		try {
			CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
			generator.addSignerInfoGenerator(
					new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
						.setSignedAttributeGenerator(new BaselineAttributes(signingCertificate()))
						.build(new JcaContentSignerBuilder(algorithm()).build(this.key.key()), this.key.certificate()));
			generator.addCertificates(new JcaCertStore(this.key.chain()));
			return generator.generate(new Streamed(content), false).getEncoded(ASN1Encoding.DER);
		}
		catch (OperatorCreationException | CMSException | GeneralSecurityException problem) {
			throw new IOException("The key does not sign", problem);
		}
	}

	private String algorithm() {
		return switch (this.key.key().getAlgorithm()) {
			case "RSA" -> "SHA256withRSA";
			case "EC" -> "SHA256withECDSA";
			default -> throw new IllegalStateException("No signatures with keys of " + this.key.key().getAlgorithm());
		};
	}

	private Attribute signingCertificate() throws GeneralSecurityException {
		byte[] digest = Sha256.digest().digest(this.key.certificate().getEncoded());
		return new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2,
				new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest))));
	}

	/** What is signed besides the digest of the content. */
	private record BaselineAttributes(Attribute signingCertificate) implements CMSAttributeTableGenerator {

		@Override
		@SuppressWarnings("rawtypes")
		public AttributeTable getAttributes(Map parameters) {
			return new DefaultSignedAttributeTableGenerator().getAttributes(parameters)
				.remove(CMSAttributes.signingTime)
				.add(this.signingCertificate.getAttrType(), this.signingCertificate.getAttrValues().getObjectAt(0));
		}

	}

	/** Content that is read once and never held as a whole. */
	private record Streamed(InputStream content) implements CMSTypedData {

		@Override
		public ASN1ObjectIdentifier getContentType() {
			return CMSObjectIdentifiers.data;
		}

		@Override
		public void write(OutputStream target) throws IOException {
			this.content.transferTo(target);
		}

		@Override
		public Object getContent() {
			return this.content;
		}

	}

}
