package cn.ecopark.officialdocument;

import java.nio.file.Path;
import java.util.Optional;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.NumberRefusals.MalformedNumber;
import cn.ecopark.officialdocument.RegisterRefusals.OfficialDocumentNotFound;
import cn.ecopark.officialdocument.RegisterRefusals.TooManyChecks;
import cn.ecopark.shared.RateLimit;

/**
 * What the public may ask about documents. What does not exist may be asked for so often
 * an hour from one address: whoever guesses finds nothing, and keeps nobody busy.
 */
@Component
@EnableConfigurationProperties(VerificationSettings.class)
public class PublicVerification {

	private static final String MISS = "verification.miss";

	private static final String FILE = "verification.file";

	private final Verification verification;

	private final OfficialDocuments documents;

	private final RateLimit rateLimit;

	private final int missesPerHour;

	private final int filesPerHour;

	PublicVerification(Verification verification, OfficialDocuments documents, RateLimit rateLimit,
			VerificationSettings settings) {
		this.verification = verification;
		this.documents = documents;
		this.rateLimit = rateLimit;
		this.missesPerHour = settings.missesPerHour();
		this.filesPerHour = settings.filesPerHour();
	}

	/**
	 * What exists is always answered, whoever else behind that address has mistyped:
	 * codes cannot be found by trying, and documents that are found by their number are
	 * for everybody.
	 * @param query a verification code or a document number, however it is written
	 * @param address where it is asked from
	 * @throws TooManyChecks when there is none, and too much that does not exist was
	 * asked for from there
	 */
	public VerificationFinding ask(String query, String address) {
		VerificationFinding found = VerificationCode.read(query)
			.map(this.verification::ask)
			.orElseGet(() -> byNumber(query));
		if (found.result() == VerificationFinding.Result.UNKNOWN) {
			countMiss(address);
		}
		return found;
	}

	/**
	 * Whether as many files as may be were sent from there, so that another need not be
	 * received.
	 */
	public boolean hasSentEnough(String address) {
		return this.rateLimit.isReached(FILE, address, this.filesPerHour);
	}

	/**
	 * @param file is not kept
	 * @throws TooManyChecks when as many files as may be were sent from there
	 */
	public VerificationFinding judge(Path file, String address) {
		if (!this.rateLimit.take(FILE, address, this.filesPerHour)) {
			throw new TooManyChecks();
		}
		return this.verification.verify(file);
	}

	/**
	 * Who has the code of a document that is not for everybody has not guessed: that does
	 * not count.
	 * @return the document, if everybody may fetch it
	 * @throws OfficialDocumentNotFound when there is none with that code, or it is not
	 * for everybody
	 * @throws TooManyChecks when there is none, and too much that does not exist was
	 * asked for from there
	 */
	public OfficialDocument publicDocument(String code, String address) {
		Optional<OfficialDocument> found = VerificationCode.read(code).flatMap(this.documents::byCode);
		if (found.isEmpty()) {
			countMiss(address);
		}
		return found.filter(OfficialDocument::isPublic).orElseThrow(OfficialDocumentNotFound::new);
	}

	private void countMiss(String address) {
		if (!this.rateLimit.take(MISS, address, this.missesPerHour)) {
			throw new TooManyChecks();
		}
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
