package cn.ecopark.officialdocument;

import java.nio.file.Path;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.NumberRefusals.MalformedNumber;
import cn.ecopark.officialdocument.RegisterRefusals.OfficialDocumentNotFound;
import cn.ecopark.officialdocument.RegisterRefusals.TooManyChecks;
import cn.ecopark.officialdocument.VerificationFinding.Result;

/**
 * What the public may ask about documents, so much an hour from one address that nobody
 * finds a document by guessing.
 */
@Component
public class PublicVerification {

	private final Verification verification;

	private final OfficialDocuments documents;

	private final VerificationThrottle throttle;

	PublicVerification(Verification verification, OfficialDocuments documents, VerificationThrottle throttle) {
		this.verification = verification;
		this.documents = documents;
		this.throttle = throttle;
	}

	/**
	 * @param query a verification code or a document number, however it is written
	 * @param address where it is asked from
	 * @throws TooManyChecks when too much that does not exist was asked for from there
	 */
	public VerificationFinding ask(String query, String address) {
		this.throttle.requireNotGuessing(address);
		VerificationFinding found = VerificationCode.read(query)
			.map(this.verification::ask)
			.orElseGet(() -> byNumber(query));
		if (found.result() == Result.UNKNOWN) {
			this.throttle.countMiss(address);
		}
		return found;
	}

	/**
	 * @param file is not kept
	 * @throws TooManyChecks when as many files as may be were sent from there
	 */
	public VerificationFinding judge(Path file, String address) {
		this.throttle.countFile(address);
		return this.verification.verify(file);
	}

	/**
	 * @return the document, if everybody may fetch it
	 * @throws OfficialDocumentNotFound when there is none with that code, or it is not
	 * for everybody
	 * @throws TooManyChecks when too much that does not exist was asked for from there
	 */
	public OfficialDocument publicPaper(String code, String address) {
		this.throttle.requireNotGuessing(address);
		Optional<OfficialDocument> found = VerificationCode.read(code)
			.flatMap(this.documents::byCode)
			.filter(OfficialDocument::isPublic);
		if (found.isEmpty()) {
			this.throttle.countMiss(address);
		}
		return found.orElseThrow(OfficialDocumentNotFound::new);
	}

	private VerificationFinding byNumber(String query) {
		try {
			return this.verification.ask(DocumentNumber.of(query));
		}
		catch (MalformedNumber neither) {
			return VerificationFinding.UNKNOWN;
		}
	}

}
