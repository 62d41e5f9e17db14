package cn.ecopark.paper;

import cn.ecopark.shared.Refusal;

/** Why a paper is not sealed or signed. */
public final class ProofRefusals {

	private ProofRefusals() {
	}

	/** No seal is configured for the body. */
	public static final class NoSeal extends Refusal {

		public NoSeal(String body) {
			super("paper.no-seal", body);
		}

	}

	/** No key store is configured for the body. */
	public static final class NoCertificate extends Refusal {

		public NoCertificate(String body) {
			super("paper.no-certificate", body);
		}

	}

	/** The certificate of the body is not valid at the time of issue. */
	public static final class CertificateNotValid extends Refusal {

		public CertificateNotValid(String body) {
			super("paper.certificate-not-valid", body);
		}

	}

}
