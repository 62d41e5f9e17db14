package cn.ecopark.gate.judging;

import java.io.IOException;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.COSParser;

/**
 * A PDF as a reader sees it: its tables are followed, and repaired where they are wrong.
 */
final class PdfGraph extends COSParser {

	PdfGraph(RandomAccessRead source) throws IOException {
		super(source);
	}

	/**
	 * @return the trailer, from which the rest can be reached
	 * @throws IOException if no reader could show a page of it
	 */
	COSDictionary trailer() throws IOException {
		COSDictionary trailer = retrieveTrailer();
		COSDictionary root = (trailer == null) ? null : trailer.getCOSDictionary(COSName.ROOT);
		if (trailer == null || root == null) {
			throw new IOException("No root");
		}
		checkPages(root);
		return trailer;
	}

	@Override
	protected void prepareDecryption() throws IOException {
		if (this.document.getEncryptionDictionary() != null) {
			throw new IOException("Encrypted");
		}
	}

}
