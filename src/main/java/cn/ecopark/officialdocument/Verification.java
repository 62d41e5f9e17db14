package cn.ecopark.officialdocument;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.gate.FileType;
import cn.ecopark.gate.Gate;
import cn.ecopark.gate.ScannerSilent;
import cn.ecopark.gate.Verdict;
import cn.ecopark.shared.Sha256;
import cn.ecopark.signing.CodeSearch;
import cn.ecopark.signing.PdfSignatures;
import cn.ecopark.signing.SignatureFinding;

/**
 * Says whether a document is genuine. A file is genuine when it is, byte for byte, what
 * was issued; its signatures are judged besides.
 */
@Component
public class Verification {

	private static final Logger LOG = LoggerFactory.getLogger(Verification.class);

	private final OfficialDocuments documents;

	private final Gate gate;

	Verification(OfficialDocuments documents, Gate gate) {
		this.documents = documents;
		this.gate = gate;
	}

	/**
	 * @return what has become of the document with that code, whoever it is for
	 */
	public VerificationFinding ask(VerificationCode code) {
		return this.documents.byCode(code)
			.map(document -> standing(document, List.of()))
			.orElse(VerificationFinding.UNKNOWN);
	}

	/**
	 * @return what has become of the public document with that number; others are found
	 * by their code only
	 */
	public VerificationFinding ask(DocumentNumber number) {
		return this.documents.byNumber(number)
			.stream()
			.filter(OfficialDocument::isPublic)
			.findFirst()
			.map(document -> standing(document, List.of()))
			.orElse(VerificationFinding.UNKNOWN);
	}

	/**
	 * @param file whatever somebody sent; it is opened only if it is one of ours or the
	 * gate lets it pass
	 */
	public VerificationFinding verify(Path file) {
		try {
			Optional<OfficialDocument> issued = this.documents.byDigest(digest(file));
			return issued.isPresent() ? judge(issued.get(), file) : trace(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private VerificationFinding judge(OfficialDocument issued, Path file) throws IOException {
		List<SignatureFinding> signatures = PdfSignatures.of(Files.readAllBytes(file));
		if (PdfSignatures.allHold(signatures, issued.file().signatures())) {
			return standing(issued, signatures);
		}
		LOG.error("The signatures of the issued paper {} do not hold: {}", issued.code(), signatures);
		return new VerificationFinding(VerificationFinding.Result.ALTERED, issued, null, signatures);
	}

	private VerificationFinding standing(OfficialDocument document, List<SignatureFinding> signatures) {
		return switch (document.standing().state()) {
			case ISSUED -> new VerificationFinding(VerificationFinding.Result.GENUINE, document, null, signatures);
			case VOIDED -> new VerificationFinding(VerificationFinding.Result.VOIDED, document, null, signatures);
			case SUPERSEDED -> new VerificationFinding(VerificationFinding.Result.SUPERSEDED, document,
					Optional.ofNullable(document.standing().replacedBy()).flatMap(this.documents::byCode).orElse(null),
					signatures);
		};
	}

	/** It is not what was issued; does it pretend to be? */
	private VerificationFinding trace(Path file) throws IOException {
		Optional<OfficialDocument> named;
		try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
			named = first(CodeSearch.inBytes(bytes, VerificationCode.WRITTEN));
		}
		return named.or(() -> first(codesOnPages(file)))
			.map(document -> new VerificationFinding(VerificationFinding.Result.ALTERED, document, null, List.of()))
			.orElse(VerificationFinding.UNKNOWN);
	}

	private Set<String> codesOnPages(Path file) {
		Verdict verdict;
		try {
			verdict = this.gate.judgeForThePublic(file, "paper.pdf");
		}
		catch (ScannerSilent notShown) {
			LOG.warn("A file to be compared is not opened: {}", notShown.getMessage());
			return Set.of();
		}
		if (!verdict.passes() || verdict.type() != FileType.PDF) {
			return Set.of();
		}
		try {
			return CodeSearch.onPages(Files.readAllBytes(file), VerificationCode.WRITTEN);
		}
		catch (IOException unreadable) {
			LOG.debug("No text", unreadable);
			return Set.of();
		}
	}

	private Optional<OfficialDocument> first(Set<String> codes) {
		return codes.stream()
			.flatMap(code -> VerificationCode.read(code).stream())
			.flatMap(code -> this.documents.byCode(code).stream())
			.findFirst();
	}

	private static String digest(Path file) throws IOException {
		try (DigestInputStream digesting = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
			digesting.transferTo(java.io.OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
		}
	}

}
