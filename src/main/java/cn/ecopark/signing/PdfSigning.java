package cn.ecopark.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Signs a PDF by adding to its end, so that earlier signatures go on holding.
 */
public final class PdfSigning {

	static final COSName CADES = COSName.getPDFName("ETSI.CAdES.detached");

	/** Bytes kept for a signature with its chain of certificates. */
	private static final int ROOM = 16 * 1024;

	private PdfSigning() {
	}

	/**
	 * What the signature says of itself.
	 *
	 * @param name of the body
	 * @param reason why it signs
	 * @param location where the document is verified
	 */
	public record Words(String name, String reason, String location) {
	}

	/**
	 * @param at signing time it claims
	 * @return the whole file with the signature
	 */
	public static byte[] sign(byte[] pdf, SigningKey key, Words words, Instant at, ZoneId zone) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf); SignatureOptions options = new SignatureOptions()) {
			options.setPreferredSignatureSize(ROOM);
			document.addSignature(described(words, at.atZone(zone)), options);
			ByteArrayOutputStream signed = new ByteArrayOutputStream(pdf.length + 4 * ROOM);
			ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(signed);
			signing.setSignature(new CadesSignature(key).over(signing.getContent()));
			return signed.toByteArray();
		}
	}

	private static PDSignature described(Words words, ZonedDateTime at) {
		PDSignature signature = new PDSignature();
		signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
		signature.setSubFilter(CADES);
		signature.setName(words.name());
		signature.setReason(words.reason());
		signature.setLocation(words.location());
		signature.setSignDate(GregorianCalendar.from(at));
		return signature;
	}

}
