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
 * What the public may ask about documents, so much an hour from one address that nobody
 * finds a document by guessing.
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
	 * @param query a verification code or a document number, however it is written
	 * @param address where it is asked from
	 * @throws TooManyChecks when too much that does not exist was asked for from there
	 */
	public VerificationFinding ask(String query, String address) {
		requireNotGuessing(address);
		VerificationFinding found = VerificationCode.read(query)
			.map(this.verification::ask)
			.orElseGet(() -> byNumber(query));
		if (found.result() == VerificationFinding.Result.UNKNOWN) {
			this.rateLimit.count(MISS, address);
		}
		return found;
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
	 * @return the document, if everybody may fetch it
	 * @throws OfficialDocumentNotFound when there is none with that code, or it is not
	 * for everybody
	 * @throws TooManyChecks when too much that does not exist was asked for from there
	 */
	public OfficialDocument publicDocument(String code, String address) {
		requireNotGuessing(address);
		Optional<OfficialDocument> found = VerificationCode.read(code)
			.flatMap(this.documents::byCode)
			.filter(OfficialDocument::isPublic);
		if (found.isEmpty()) {
			this.rateLimit.count(MISS, address);
		}
		return found.orElseThrow(OfficialDocumentNotFound::new);
	}

	private void requireNotGuessing(String address) {
		if (this.rateLimit.isReached(MISS, address, this.missesPerHour)) {
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
