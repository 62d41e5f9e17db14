package cn.ecopark.gate.judging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

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

	/** Enough to know another file by. */
	private static final int HEAD = 1024;

	/**
	 * Settings and tickets that programs of printers attach to what they make: plain
	 * text.
	 */
	private static final Pattern NOTE = Pattern.compile("\\s*(<<|<\\?xml )[\\t\\r\\n -~\\x80-\\xff]*", Pattern.DOTALL);

	private final FileChannel file;

	private final @Nullable PdfLock lock;

	private final Findings findings;

	private final byte[] buffer = new byte[64 * 1024];

	private long decoded;

	private long consumed;

	/**
	 * @param lock what opens the streams; null if they are not encrypted
	 */
	PdfStreams(FileChannel file, @Nullable PdfLock lock, Findings findings) {
		this.file = file;
		this.lock = lock;
		this.findings = findings;
	}

	/**
	 * The data of a stream.
	 *
	 * @param start where they begin
	 * @param number of the object
	 */
	record Data(long start, long number, int generation) {
	}

	void judge(COSDictionary stream, Data data) throws IOException {
		Decoding decoding = Decoding.of(stream);
		if (decoding.isTooLong()) {
			this.findings.add(BOMB);
			return;
		}
		boolean picture = PdfPictures.isPicture(stream) || decoding.picture().isPresent();
		String head = "";
		for (Source source : sources(data)) {
			if (picture) {
				judgePicture(stream, decoding, source);
			}
			else {
				head = decoding.isPlain() ? text(source.in().readNBytes(HEAD))
						: measure(decoding, source, isObjectData(stream) ? MOST_OBJECT_DATA : 0);
				if (Ends.isCarried(head)) {
					this.findings.add(PdfDangers.EMBEDDED);
				}
			}
		}
		if (PdfDangers.isEmbedded(stream) && !NOTE.matcher(head).matches()) {
			this.findings.add(PdfDangers.EMBEDDED);
		}
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	/**
	 * @return what a stream of objects holds, as far as it is taken; also as it would be
	 * read by whoever takes it for not encrypted
	 */
	List<byte[]> objects(COSDictionary stream, Data data) throws IOException {
		List<byte[]> all = new ArrayList<>();
		for (Source source : sources(data)) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (InputStream in = Decoding.of(stream).open(source.in())) {
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
			all.add(bytes.toByteArray());
		}
		return all;
	}

	/**
	 * @param in the bytes of the file, opened if they are encrypted
	 */
	private record Source(FileSlice raw, InputStream in) {
	}

	/** Some streams of an encrypted file are not encrypted, and say so themselves. */
	private List<Source> sources(Data data) throws IOException {
		List<Source> sources = new ArrayList<>();
		FileSlice plain = slice(data.start());
		sources.add(new Source(plain, plain));
		if (this.lock != null && this.lock.isOfStreams()) {
			FileSlice locked = slice(data.start());
			sources.add(new Source(locked, this.lock.open(locked, data.number(), data.generation())));
		}
		return sources;
	}

	private void judgePicture(COSDictionary stream, Decoding decoding, Source source) throws IOException {
		if (PdfPictures.isFlood(stream)) {
			this.findings.add(PIXELS);
			return;
		}
		if (decoding.picture().isPresent()) {
			try (InputStream in = decoding.open(source.in())) {
				if (PdfPictures.isFlood(decoding.picture().get(), in)) {
					this.findings.add(PIXELS);
				}
			}
			catch (IOException broken) {
				// Nothing can be drawn of it.
			}
		}
		else if (!decoding.isPlain()) {
			measure(decoding, source, Math.max(HARMLESS, PdfPictures.bytes(stream) * 5 / 4));
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
	 * @return what it begins with
	 */
	private String measure(Decoding decoding, Source source, long most) throws IOException {
		InlinePictures pictures = new InlinePictures();
		String head = "";
		long size = 0;
		try (InputStream in = decoding.open(source.in())) {
			for (int count = in.read(this.buffer); count >= 0; count = in.read(this.buffer)) {
				if (head.length() < HEAD) {
					head += text(Arrays.copyOf(this.buffer, Math.min(count, HEAD)));
				}
				size += count;
				if (most == 0) {
					pictures.see(this.buffer, count);
				}
				if (isTooMuch(size, most, source.raw().consumed())) {
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
			count(size, source.raw().consumed());
		}
		return head;
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
