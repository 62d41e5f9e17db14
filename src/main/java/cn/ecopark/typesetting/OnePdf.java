package cn.ecopark.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Documents that we have set, one after the other in one file. */
public final class OnePdf {

	private OnePdf() {
	}

	/**
	 * @param pdfs at least one; a single one stays as it is
	 */
	public static byte[] of(List<byte[]> pdfs) {
		if (pdfs.size() == 1) {
			return pdfs.get(0);
		}
		PDFMergerUtility merger = new PDFMergerUtility();
		pdfs.forEach(pdf -> merger.addSource(new RandomAccessReadBuffer(pdf)));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		merger.setDestinationStream(out);
		try {
			merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
		}
		catch (IOException damaged) {
			throw new UncheckedIOException(damaged);
		}
		return out.toByteArray();
	}

}
