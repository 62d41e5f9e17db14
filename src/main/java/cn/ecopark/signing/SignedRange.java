package cn.ecopark.signing;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The bytes a signature covers, and those between that hold it: everything from the start
 * of the file but the signature itself.
 */
final class SignedRange {

	private final byte[] pdf;

	private final int gapStart;

	private final int gapEnd;

	private final int end;

	private SignedRange(byte[] pdf, int gapStart, int gapEnd, int end) {
		this.pdf = pdf;
		this.gapStart = gapStart;
		this.gapEnd = gapEnd;
		this.end = end;
	}

	/**
	 * @param range two pairs of offset and length
	 * @return null where it leaves out more than a hexadecimal string in angle brackets
	 */
	static @Nullable SignedRange of(byte[] pdf, int @Nullable [] range) {
		if (range == null || range.length != 4 || Arrays.stream(range).anyMatch(part -> part < 0)) {
			return null;
		}
		long end = (long) range[2] + range[3];
		boolean inOrder = range[0] == 0 && range[1] < range[2] - 2 && end <= pdf.length;
		if (!inOrder || pdf[range[1]] != '<' || pdf[range[2] - 1] != '>') {
			return null;
		}
		return new SignedRange(pdf, range[1], range[2], (int) end);
	}

	boolean isWhole() {
		return this.end == this.pdf.length;
	}

	byte[] content() {
		byte[] content = Arrays.copyOf(this.pdf, this.gapStart + this.end - this.gapEnd);
		System.arraycopy(this.pdf, this.gapEnd, content, this.gapStart, this.end - this.gapEnd);
		return content;
	}

	/**
	 * @return what fills the gap; empty where it is no signature followed by nothing but
	 * zeros
	 */
	Optional<CmsSignature> signature() {
		try {
			String hexadecimal = new String(this.pdf, this.gapStart + 1, this.gapEnd - this.gapStart - 2,
					java.nio.charset.StandardCharsets.ISO_8859_1);
			return CmsSignature.read(HexFormat.of().parseHex(hexadecimal));
		}
		catch (IllegalArgumentException noHexadecimal) {
			return Optional.empty();
		}
	}

}
