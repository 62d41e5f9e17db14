package cn.ecopark.journey;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What stands in a PDF. */
final class PdfWords {

	private PdfWords() {
	}

	/**
	 * @return without white space and numbers of pages, so that no break of a line parts
	 * what belongs together
	 */
	static String of(byte[] document) {
		try (PDDocument opened = Loader.loadPDF(document)) {
			return new PDFTextStripper().getText(opened).replaceAll("\\s|— ?\\d+ ?—", "");
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
