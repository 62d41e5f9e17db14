package cn.ecopark.signing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.signing.SigningRefusals.CertificateNotValid;
import cn.ecopark.signing.SigningRefusals.NoCertificate;

/**
 * Signs documents as PAdES baseline B-B: each body in turn, the lead body last, each over
 * all that went before, so that the lead body's signature covers the whole file.
 */
@Component
public class SignInTurn {

	private final SigningKeys keys;

	private final SigningSettings settings;

	SignInTurn(SigningKeys keys, SigningSettings settings) {
		this.keys = keys;
		this.settings = settings;
	}

	/**
	 * @param pdf with all its signatures
	 * @param signatures how many it bears
	 */
	public record Signed(byte[] pdf, int signatures) {
	}

	/** One body with what it signs with. */
	private record Signer(String name, SigningKey key) {
	}

	/**
	 * @param pdf the document as it was set, unchanged from here on but for what is added
	 * @param bodies who signs, that of the lead body first, by the names of the day of
	 * signing
	 * @param reason why they sign, as readers of PDF files show it
	 * @param location where the signatures are verified
	 * @param at case time of issue, which the signatures claim as theirs
	 * @throws NoCertificate when a body has nothing to sign with, unless documents may go
	 * out without signature
	 * @throws CertificateNotValid when the certificate of a body is not valid at that
	 * time
	 * @throws IOException if the document is no PDF that can be signed
	 */
	public Signed sign(byte[] pdf, List<SealHolder> bodies, String reason, String location, Instant at)
			throws IOException {
		List<Signer> signers = signers(bodies, at);
		byte[] signed = pdf;
		for (int turn = signers.size() - 1; turn >= 0; turn--) {
			Signer signer = signers.get(turn);
			signed = PdfSigning.sign(signed, signer.key(), new PdfSigning.Words(signer.name(), reason, location), at,
					CaseTime.ZONE);
		}
		return new Signed(signed, signers.size());
	}

	private List<Signer> signers(List<SealHolder> bodies, Instant at) {
		List<Signer> signers = new ArrayList<>();
		for (SealHolder body : bodies) {
			String name = body.name();
			Optional<SigningKey> key = this.keys.of(body);
			if (key.isEmpty() && !this.settings.withoutSignature()) {
				throw new NoCertificate(name);
			}
			if (key.isPresent() && !key.get().isValidAt(at)) {
				throw new CertificateNotValid(name);
			}
			key.ifPresent(found -> signers.add(new Signer(name, found)));
		}
		return signers;
	}

}
