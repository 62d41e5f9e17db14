package cn.ecopark.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.ecopark.shared.Sha256;

/** A detached CMS signature by one signer whose certificate comes with it. */
final class CmsSignature {

	private static final Logger LOG = LoggerFactory.getLogger(CmsSignature.class);

	private final byte[] encoded;

	private final X509CertificateHolder certificate;

	private CmsSignature(byte[] encoded, X509CertificateHolder certificate) {
		this.encoded = encoded;
		this.certificate = certificate;
	}

	/**
	 * @param padded the signature, then zeros
	 */
	static Optional<CmsSignature> read(byte[] padded) {
		try (ASN1InputStream in = new ASN1InputStream(padded)) {
			ASN1Primitive first = in.readObject();
			int length = padded.length - in.available();
			for (int at = length; at < padded.length; at++) {
				if (padded[at] != 0) {
					return Optional.empty();
				}
			}
			CMSSignedData data = new CMSSignedData(ContentInfo.getInstance(first));
			return certificateIn(data).map(certificate -> new CmsSignature(Arrays.copyOf(padded, length), certificate));
		}
		catch (IOException | CMSException | RuntimeException malformed) {
			LOG.debug("No signature", malformed);
			return Optional.empty();
		}
	}

	private static Optional<X509CertificateHolder> certificateIn(CMSSignedData data) {
		Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
		if (signers.size() != 1) {
			return Optional.empty();
		}
		SignerInformation signer = signers.iterator().next();
		Iterator<X509CertificateHolder> matching = data.getCertificates().getMatches(signer.getSID()).iterator();
		return matching.hasNext() ? Optional.of(matching.next()) : Optional.empty();
	}

	/** Common name of the certificate. */
	String signer() {
		RDN[] names = this.certificate.getSubject().getRDNs(BCStyle.CN);
		return names.length == 0 ? "" : IETFUtils.valueToString(names[0].getFirst().getValue());
	}

	boolean isValidAt(Instant at) {
		return this.certificate.isValidOn(java.util.Date.from(at));
	}

	boolean holdsFor(byte[] content) {
		try {
			CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content),
					new ByteArrayInputStream(this.encoded));
			SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
			return namesItsCertificate(signer)
					&& signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(this.certificate));
		}
		catch (CMSException | OperatorCreationException | java.security.cert.CertificateException | IOException
				| RuntimeException broken) {
			LOG.debug("A signature does not hold", broken);
			return false;
		}
	}

	private boolean namesItsCertificate(SignerInformation signer) throws IOException {
		Attribute named = signer.getSignedAttributes() == null ? null
				: signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
		if (named == null) {
			return false;
		}
		byte[] digest = SigningCertificateV2.getInstance(named.getAttrValues().getObjectAt(0)).getCerts()[0]
			.getCertHash();
		return Arrays.equals(digest, Sha256.digest().digest(this.certificate.getEncoded()));
	}

}
