package cn.ecopark.signing;

import cn.ecopark.shared.Refusal;

/** Why a document is not sealed or signed. */
public final class SigningRefusals {

	private SigningRefusals() {
	}

	/** No seal is configured for the body. */
	public static final class NoSeal extends Refusal {

		public NoSeal(String body) {
			super("officialdocument.no-seal", body);
		}

	}

	/** No key store is configured for the body. */
	public static final class NoCertificate extends Refusal {

		public NoCertificate(String body) {
			super("officialdocument.no-certificate", body);
		}

	}

	/** The certificate of the body is one of a demonstration, and this is none. */
	public static final class CertificateWorthless extends Refusal {

		public CertificateWorthless(String body) {
			super("officialdocument.certificate-worthless", body);
		}

	}

	/** The certificate of the body is not valid at the time of issue. */
	public static final class CertificateNotValid extends Refusal {

		public CertificateNotValid(String body) {
			super("officialdocument.certificate-not-valid", body);
		}

	}

}
