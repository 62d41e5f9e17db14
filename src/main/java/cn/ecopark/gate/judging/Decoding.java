package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the data of a stream as it is read, so that however much there is of it, no
 * more than a little is ever there. Pictures are left as they are.
 */
final class Decoding {

	/** Two are commonplace, as a text form of packed data. */
	private static final int MOST_FILTERS = 4;

	private final List<String> filters;

	private Decoding(List<String> filters) {
		this.filters = filters;
	}

	static Decoding of(COSDictionary stream) {
		List<String> names = new ArrayList<>();
		COSBase filter = stream.getDictionaryObject(COSName.FILTER, COSName.F);
		if (filter instanceof COSName one) {
			names.add(one.getName());
		}
		else if (filter instanceof COSArray several) {
			for (int at = 0; at < several.size(); at++) {
				names.add((several.getObject(at) instanceof COSName one) ? one.getName() : "");
			}
		}
		else if (filter == null && stream.containsKey(COSName.FILTER)) {
			names.add("FlateDecode");
		}
		return new Decoding(names);
	}

	boolean isTooLong() {
		return this.filters.size() > MOST_FILTERS;
	}

	boolean isPlain() {
		return this.filters.isEmpty();
	}

	/**
	 * @return name of the picture format at the end of the filters; empty if there is
	 * none
	 */
	Optional<String> picture() {
		return this.filters.stream().filter((name) -> switch (name) {
			case "DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF" -> true;
			default -> false;
		}).findFirst();
	}

	/**
	 * @return the data, decoded up to the first filter that belongs to a picture
	 */
	InputStream open(InputStream raw) throws IOException {
		InputStream decoded = raw;
		for (String filter : this.filters) {
			InputStream next = decoder(filter, decoded);
			if (next == null) {
				break;
			}
			decoded = next;
		}
		return decoded;
	}

	private static @Nullable InputStream decoder(String filter, InputStream in) {
		return switch (filter) {
			case "FlateDecode", "Fl" -> new InflaterInputStream(in);
			case "LZWDecode", "LZW" -> new LzwInputStream(in);
			case "ASCII85Decode", "A85" -> new Ascii85InputStream(in);
			case "ASCIIHexDecode", "AHx" -> new HexInputStream(in);
			case "RunLengthDecode", "RL" -> new RunLengthInputStream(in);
			// Says whether it is encrypted, which was seen to before.
			case "Crypt" -> in;
			default -> null;
		};
	}

	/** Pairs of hexadecimal digits up to the mark {@code >}. */
	private static final class HexInputStream extends DecodedInputStream {

		HexInputStream(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			int high = digit();
			if (high < 0) {
				return -1;
			}
			return high << 4 | Math.max(digit(), 0);
		}

		private int digit() throws IOException {
			for (int next = this.in.read(); next >= 0 && next != '>'; next = this.in.read()) {
				int digit = Character.digit(next, 16);
				if (digit >= 0) {
					return digit;
				}
			}
			return -1;
		}

	}

	/** A count, and as many bytes as they are, or one byte so many times. */
	private static final class RunLengthInputStream extends DecodedInputStream {

		private static final int END = 128;

		private int left;

		private int repeated = -1;

		RunLengthInputStream(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			if (this.left == 0) {
				int count = this.in.read();
				if (count < 0 || count == END) {
					return -1;
				}
				this.left = (count < END) ? count + 1 : 257 - count;
				this.repeated = (count < END) ? -1 : this.in.read();
			}
			this.left--;
			return (this.repeated >= 0) ? this.repeated : this.in.read();
		}

	}

}
