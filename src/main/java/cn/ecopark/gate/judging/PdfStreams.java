package cn.ecopark.gate.judging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * Measures what the streams of a PDF hold when decoded. Where a stream ends is left to
 * its coding and not to the length it claims, since programs differ in whom they believe.
 */
final class PdfStreams {

	static final String BOMB = "pdf.bomb";

	static final String PIXELS = "pdf.pixels";

	/** As much is taken however small it was packed. */
	private static final long HARMLESS = 32L << 20;

	/** Text and drawings shrink to a tenth, empty tables to a fiftieth. */
	private static final long LARGEST_RATIO = 100;

	private static final long MOST_DECODED = 512L << 20;

	/** What readers must hold as a whole: tables of objects, and objects in streams. */
	private static final long MOST_OBJECT_DATA = 24L << 20;

	private final FileChannel file;

	private final Findings findings;

	private final byte[] buffer = new byte[64 * 1024];

	private long decoded;

	private long consumed;

	PdfStreams(FileChannel file, Findings findings) {
		this.file = file;
		this.findings = findings;
	}

	/**
	 * @param start where the data begin
	 */
	void judge(COSDictionary stream, long start) throws IOException {
		Decoding decoding = Decoding.of(stream);
		if (decoding.isTooLong()) {
			this.findings.add(BOMB);
		}
		else if (PdfPictures.isPicture(stream) || decoding.picture().isPresent()) {
			judgePicture(stream, decoding, start);
		}
		else if (!decoding.isPlain()) {
			measure(decoding, start, isObjectData(stream) ? MOST_OBJECT_DATA : 0);
		}
	}

	/**
	 * @return what a stream of objects holds, as far as it is taken
	 */
	byte[] objects(COSDictionary stream, long start) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (InputStream in = Decoding.of(stream).open(slice(start))) {
			for (int count = in.read(this.buffer); count >= 0; count = in.read(this.buffer)) {
				bytes.write(this.buffer, 0, (int) Math.min(count, MOST_OBJECT_DATA - bytes.size()));
				if (bytes.size() >= MOST_OBJECT_DATA) {
					break;
				}
			}
		}
		catch (IOException broken) {
			// What came before is what any reader gets.
		}
		return bytes.toByteArray();
	}

	private void judgePicture(COSDictionary stream, Decoding decoding, long start) throws IOException {
		if (PdfPictures.isFlood(stream)) {
			this.findings.add(PIXELS);
			return;
		}
		if (decoding.picture().isPresent()) {
			try (InputStream in = decoding.open(slice(start))) {
				if (PdfPictures.isFlood(decoding.picture().get(), in)) {
					this.findings.add(PIXELS);
				}
			}
			catch (IOException broken) {
				// Nothing can be drawn of it.
			}
		}
		else if (!decoding.isPlain()) {
			measure(decoding, start, Math.max(HARMLESS, PdfPictures.bytes(stream) * 5 / 4));
		}
	}

	private static boolean isObjectData(COSDictionary stream) {
		return stream.containsKey(COSName.N) && stream.containsKey(COSName.FIRST)
				|| COSName.XREF.equals(stream.getDictionaryObject(COSName.TYPE));
	}

	private FileSlice slice(long start) throws IOException {
		return new FileSlice(this.file, start, this.file.size());
	}

	/**
	 * @param most bytes it may be, or 0 if that depends on how small it was packed
	 */
	private void measure(Decoding decoding, long start, long most) throws IOException {
		FileSlice raw = slice(start);
		InlinePictures pictures = new InlinePictures();
		long size = 0;
		try (InputStream in = decoding.open(raw)) {
			for (int count = in.read(this.buffer); count >= 0; count = in.read(this.buffer)) {
				size += count;
				if (most == 0) {
					pictures.see(this.buffer, count);
				}
				if (isTooMuch(size, most, raw.consumed())) {
					this.findings.add(BOMB);
					break;
				}
			}
		}
		catch (IOException broken) {
			// What came before is what any reader gets.
		}
		if (pictures.isFlood()) {
			this.findings.add(PIXELS);
		}
		if (most == 0) {
			count(size, raw.consumed());
		}
	}

	private static boolean isTooMuch(long size, long most, long packed) {
		if (most > 0) {
			return size > most;
		}
		return size > MOST_DECODED || size > HARMLESS && size > packed * LARGEST_RATIO;
	}

	private void count(long size, long packed) {
		this.decoded += size;
		this.consumed += packed;
		if (this.decoded > 8 * HARMLESS && this.decoded > this.consumed * LARGEST_RATIO) {
			this.findings.add(BOMB);
		}
	}

}
