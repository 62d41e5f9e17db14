package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Where in a PDF anything is that could be an object, seen byte by byte: what the tables
 * of the file say of it does not matter, so that older revisions, objects nobody refers
 * to and objects with false places are seen like all others.
 */
final class PdfOutline {

	/** More than any paper has; a plan of a thousand pages has some hundred thousand. */
	static final int MOST_OBJECTS = 3_000_000;

	private static final int INDEX_BITS = 22;

	private final Longs objects = new Longs();

	private final Longs numbers = new Longs();

	private final Longs trailers = new Longs();

	private long firstHeader = -1;

	private long lastEnd = -1;

	private long @Nullable [] byNumber;

	private PdfOutline() {
	}

	static PdfOutline of(FileChannel file) throws IOException {
		PdfOutline outline = new PdfOutline();
		try (InputStream in = new FileSlice(file, 0, file.size())) {
			outline.scan(in);
		}
		return outline;
	}

	/**
	 * @return place after the word {@code obj}
	 */
	long object(int index) {
		return this.objects.get(index);
	}

	int objects() {
		return this.objects.size();
	}

	/** Places after the word {@code trailer}. */
	Longs trailers() {
		return this.trailers;
	}

	/**
	 * @return where {@code %PDF-} is for the first time; -1 if nowhere
	 */
	long firstHeader() {
		return this.firstHeader;
	}

	/**
	 * @return the place after the last {@code %%EOF}; -1 if there is none
	 */
	long lastEnd() {
		return this.lastEnd;
	}

	/**
	 * @return place of the object of that number that is last in the file; -1 if there is
	 * none
	 */
	long last(long number) {
		if (this.byNumber == null) {
			this.byNumber = sorted();
		}
		int at = Arrays.binarySearch(this.byNumber, (number + 1 << INDEX_BITS) - 1);
		int before = (at >= 0) ? at : -at - 2;
		if (before < 0 || this.byNumber[before] >> INDEX_BITS != number) {
			return -1;
		}
		return this.objects.get((int) (this.byNumber[before] & (1L << INDEX_BITS) - 1));
	}

	private long[] sorted() {
		long[] sorted = new long[this.objects.size()];
		for (int index = 0; index < sorted.length; index++) {
			sorted[index] = this.numbers.get(index) << INDEX_BITS | index;
		}
		Arrays.sort(sorted);
		return sorted;
	}

	private void scan(InputStream in) throws IOException {
		byte[] buffer = new byte[64 * 1024];
		Numbers before = new Numbers();
		long window = 0;
		long position = 0;
		for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
			for (int at = 0; at < count; at++) {
				int next = buffer[at] & 0xff;
				window = window << 8 | next;
				position++;
				if (next == 'j' || next == 'r' || next == 'F' || next == '-') {
					see(window, position, before);
				}
				before.see(next);
			}
		}
	}

	private void see(long window, long position, Numbers before) {
		if (ends(window, "obj") && !ends(window, "endobj") && this.objects.size() < MOST_OBJECTS) {
			this.objects.add(position);
			this.numbers.add(before.lastButOne());
		}
		else if (ends(window, "trailer")) {
			this.trailers.add(position);
		}
		else if (ends(window, "%%EOF")) {
			this.lastEnd = position;
		}
		else if (this.firstHeader < 0 && ends(window, "%PDF-")) {
			this.firstHeader = position - 5;
		}
	}

	private static boolean ends(long window, String word) {
		for (int at = word.length() - 1; at >= 0; at--) {
			if ((window & 0xff) != word.charAt(at)) {
				return false;
			}
			window >>>= 8;
		}
		return true;
	}

	/** The two numbers that came last, of which the first is that of an object. */
	private static final class Numbers {

		private static final long LARGEST = 1L << 36;

		private long older;

		private long newer;

		private boolean within;

		void see(int next) {
			if (next < '0' || next > '9') {
				this.within = false;
			}
			else if (this.within) {
				this.newer = Math.min(this.newer * 10 + next - '0', LARGEST);
			}
			else {
				this.older = this.newer;
				this.newer = next - '0';
				this.within = true;
			}
		}

		long lastButOne() {
			return this.older;
		}

	}

}
