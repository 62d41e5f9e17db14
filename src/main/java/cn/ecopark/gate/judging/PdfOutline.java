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

	/**
	 * More than any document has; a plan of a thousand pages has some hundred thousand.
	 */
	static final int MOST_OBJECTS = 3_000_000;

	private static final int INDEX_BITS = 22;

	private static final long LARGEST_NUMBER = 1L << 36;

	private static final long LARGEST_GENERATION = 65535;

	private static final int BUFFER = 64 * 1024;

	/** A word, and the numbers before it, may be on both sides of the end of a buffer. */
	private static final int KEPT = 128;

	private final Longs objects = new Longs();

	private final Longs numbers = new Longs();

	private final Longs generations = new Longs();

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

	long number(int index) {
		return this.numbers.get(index);
	}

	int generation(int index) {
		return (int) this.generations.get(index);
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
		byte[] buffer = new byte[KEPT + BUFFER];
		int filled = 0;
		long base = 0;
		for (int count = in.read(buffer, 0, BUFFER); count >= 0; count = in.read(buffer, filled, BUFFER)) {
			for (int at = filled; at < filled + count; at++) {
				switch (buffer[at]) {
					case 'j', 'r', 'F', '-' -> see(buffer, at, base);
					default -> {
					}
				}
			}
			filled += count;
			int passed = Math.max(filled - KEPT, 0);
			System.arraycopy(buffer, passed, buffer, 0, filled - passed);
			filled -= passed;
			base += passed;
		}
	}

	private void see(byte[] buffer, int at, long base) {
		long next = base + at + 1;
		if (ends(buffer, at, "obj") && !ends(buffer, at, "endobj")) {
			if (this.objects.size() < MOST_OBJECTS) {
				this.objects.add(next);
				int generation = skip(buffer, at - 3, false);
				int gap = skip(buffer, generation, true);
				this.generations.add(Math.min(value(buffer, gap + 1, generation), LARGEST_GENERATION));
				this.numbers.add(number(buffer, gap));
			}
		}
		else if (ends(buffer, at, "trailer")) {
			this.trailers.add(next);
		}
		else if (ends(buffer, at, "%%EOF")) {
			this.lastEnd = next;
		}
		else if (this.firstHeader < 0 && ends(buffer, at, "%PDF-")) {
			this.firstHeader = next - 5;
		}
	}

	private static boolean ends(byte[] buffer, int at, String word) {
		int from = at - word.length() + 1;
		for (int index = 0; index < word.length(); index++) {
			if (from < 0 || buffer[from + index] != word.charAt(index)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * @return the number of an object, which ends before that place
	 */
	private static long number(byte[] buffer, int before) {
		int at = skip(buffer, before, false);
		return value(buffer, skip(buffer, at, true) + 1, at);
	}

	private static long value(byte[] buffer, int from, int to) {
		long number = 0;
		for (int digit = from; digit <= to && number < LARGEST_NUMBER; digit++) {
			number = number * 10 + buffer[digit] - '0';
		}
		return number;
	}

	/**
	 * @return the last place before which there are no more of them
	 */
	private static int skip(byte[] buffer, int from, boolean digits) {
		int at = from;
		while (at >= 0 && digits == (buffer[at] >= '0' && buffer[at] <= '9')) {
			at--;
		}
		return at;
	}

}
