package cn.ecopark.paper;

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

import cn.ecopark.content.Sha256;
import cn.ecopark.gate.FileType;
import cn.ecopark.gate.Gate;
import cn.ecopark.gate.Verdict;
import cn.ecopark.paper.PaperFinding.Result;
import cn.ecopark.paper.proof.CodeSearch;
import cn.ecopark.paper.proof.PdfSignatures;
import cn.ecopark.paper.proof.SignatureFinding;

/**
 * Says whether a paper is genuine. A file is genuine when it is, byte for byte, what was
 * issued; its signatures are judged besides.
 */
@Component
public class PaperVerification {

	private static final Logger LOG = LoggerFactory.getLogger(PaperVerification.class);

	private final OfficialPapers papers;

	private final Gate gate;

	PaperVerification(OfficialPapers papers, Gate gate) {
		this.papers = papers;
		this.gate = gate;
	}

	/**
	 * @return what has become of the paper with that code, whoever it is for
	 */
	public PaperFinding ask(VerificationCode code) {
		return this.papers.byCode(code).map(paper -> standing(paper, List.of())).orElse(PaperFinding.UNKNOWN);
	}

	/**
	 * @return what has become of the public paper with that number; others are found by
	 * their code only
	 */
	public PaperFinding ask(DocumentNumber number) {
		return this.papers.byNumber(number)
			.stream()
			.filter(OfficialPaper::isPublic)
			.findFirst()
			.map(paper -> standing(paper, List.of()))
			.orElse(PaperFinding.UNKNOWN);
	}

	/**
	 * @param file whatever somebody sent; it is opened only if it is one of ours or the
	 * gate lets it pass
	 */
	public PaperFinding verify(Path file) {
		try {
			Optional<OfficialPaper> issued = this.papers.byDigest(digest(file));
			return issued.isPresent() ? judge(issued.get(), file) : trace(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private PaperFinding judge(OfficialPaper issued, Path file) throws IOException {
		List<SignatureFinding> signatures = PdfSignatures.of(Files.readAllBytes(file));
		if (PdfSignatures.allHold(signatures, issued.file().signatures())) {
			return standing(issued, signatures);
		}
		LOG.error("The signatures of the issued paper {} do not hold: {}", issued.code(), signatures);
		return new PaperFinding(Result.ALTERED, issued, null, signatures);
	}

	private PaperFinding standing(OfficialPaper paper, List<SignatureFinding> signatures) {
		return switch (paper.standing().state()) {
			case ISSUED -> new PaperFinding(Result.GENUINE, paper, null, signatures);
			case VOIDED -> new PaperFinding(Result.VOIDED, paper, null, signatures);
			case SUPERSEDED -> new PaperFinding(Result.SUPERSEDED, paper,
					Optional.ofNullable(paper.standing().replacedBy()).flatMap(this.papers::byCode).orElse(null),
					signatures);
		};
	}

	/** It is not what was issued; does it pretend to be? */
	private PaperFinding trace(Path file) throws IOException {
		Optional<OfficialPaper> named;
		try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
			named = first(CodeSearch.inBytes(bytes, VerificationCode.WRITTEN));
		}
		return named.or(() -> first(codesOnPages(file)))
			.map(paper -> new PaperFinding(Result.ALTERED, paper, null, List.of()))
			.orElse(PaperFinding.UNKNOWN);
	}

	private Set<String> codesOnPages(Path file) {
		Verdict verdict = this.gate.judge(file, "paper.pdf");
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

	private Optional<OfficialPaper> first(Set<String> codes) {
		return codes.stream()
			.flatMap(code -> VerificationCode.read(code).stream())
			.flatMap(code -> this.papers.byCode(code).stream())
			.findFirst();
	}

	private static String digest(Path file) throws IOException {
		try (DigestInputStream digesting = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
			digesting.transferTo(java.io.OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
		}
	}

}
