package cn.ecopark.gate.judging;

import java.io.IOException;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.COSParser;
import org.jspecify.annotations.Nullable;

/**
 * A PDF as a reader sees it: its tables are followed, and repaired where they are wrong.
 * What is encrypted without a password is opened.
 */
final class PdfGraph extends COSParser {

	private @Nullable PdfLock lock;

	PdfGraph(RandomAccessRead source) throws IOException {
		super(source, "", null, null, IOUtils.createTempFileOnlyStreamCache());
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

	/**
	 * @return what opens the file, as its trailer says
	 * @throws IOException if nothing does without a password
	 */
	PdfLock lock() throws IOException {
		retrieveTrailer();
		if (this.lock == null) {
			throw new IOException("Not encrypted for a reader");
		}
		return this.lock;
	}

	@Override
	protected void prepareDecryption() throws IOException {
		COSDictionary encryption = this.document.getEncryptionDictionary();
		if (encryption != null && this.lock == null) {
			COSArray id = this.document.getDocumentID();
			this.lock = PdfLock.open(encryption, (id != null) ? id : new COSArray());
			this.securityHandler = this.lock.handler();
		}
	}

}
