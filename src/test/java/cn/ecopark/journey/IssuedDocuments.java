package cn.ecopark.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** IssuedDocuments for journeys: small, valid and empty. */
final class IssuedDocuments {

	private static final byte[] PDF = make();

	private IssuedDocuments() {
	}

	static byte[] pdf() {
		return PDF.clone();
	}

	private static byte[] make() {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			document.addPage(new PDPage());
			document.save(bytes);
			return bytes.toByteArray();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

}
