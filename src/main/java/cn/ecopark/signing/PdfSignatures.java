package cn.ecopark.signing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.jspecify.annotations.Nullable;

/** Reads the signatures of a file and judges each. */
public final class PdfSignatures {

	/** No document has more bodies; a file made to keep us busy may. */
	private static final int MOST = 32;

	private PdfSignatures() {
	}

	/**
	 * @return the signatures in the order in which they were added; none if there are
	 * more than anybody signs with
	 * @throws IOException if the file cannot be read as a PDF
	 */
	public static List<SignatureFinding> of(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			List<PDSignature> signatures = document.getSignatureDictionaries();
			if (signatures.size() > MOST) {
				return List.of();
			}
			List<SignatureFinding> findings = new ArrayList<>();
			for (PDSignature signature : signatures) {
				findings.add(judge(pdf, signature));
			}
			return findings;
		}
		catch (RuntimeException malformed) {
			throw new IOException("Not readable", malformed);
		}
	}

	/** Whether there are that many, all hold, and the last covers the whole file. */
	public static boolean allHold(List<SignatureFinding> findings, int expected) {
		return findings.size() == expected && findings.stream().allMatch(SignatureFinding::holds)
				&& (findings.isEmpty() || findings.stream().anyMatch(SignatureFinding::whole));
	}

	private static SignatureFinding judge(byte[] pdf, PDSignature signature) {
		Instant at = instant(signature.getSignDate());
		SignedRange range = SignedRange.of(pdf, signature.getByteRange());
		if (range == null || !PdfSigning.CADES.getName().equals(signature.getSubFilter())) {
			return new SignatureFinding("", at, false, false, false);
		}
		return range.signature()
			.map(cms -> new SignatureFinding(cms.signer(), at, cms.holdsFor(range.content()),
					at != null && cms.isValidAt(at), range.isWhole()))
			.orElseGet(() -> new SignatureFinding("", at, false, false, range.isWhole()));
	}

	private static @Nullable Instant instant(@Nullable Calendar date) {
		return date == null ? null : date.toInstant();
	}

}
