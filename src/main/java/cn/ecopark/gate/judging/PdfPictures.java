package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * How large the pictures of a PDF get when they are drawn, by what the dictionary says
 * and by what the picture itself says. They are never decoded.
 */
final class PdfPictures {

	/** A sheet A0 scanned in colour with 300 dots per inch needs 420 million bytes. */
	private static final long MOST_BYTES = 600L << 20;

	/** A sheet A0 scanned in black and white with 600 dots per inch. */
	private static final long MOST_PIXELS = 700_000_000;

	private static final int HEAD = 256 * 1024;

	private PdfPictures() {
	}

	static boolean isPicture(COSDictionary stream) {
		return COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE))
				|| stream.containsKey(COSName.WIDTH) && stream.containsKey(COSName.HEIGHT);
	}

	/**
	 * @return bytes of all pixels
	 */
	static long bytes(COSDictionary picture) {
		long width = number(picture, COSName.WIDTH);
		long height = number(picture, COSName.HEIGHT);
		return height * ((width * bits(picture) + 7) / 8);
	}

	static boolean isFlood(COSDictionary picture) {
		long width = number(picture, COSName.WIDTH);
		long height = number(picture, COSName.HEIGHT);
		return isFlood(width, height, bits(picture)) || isFaxFlood(picture, height);
	}

	/**
	 * @param data of the picture, to its first bytes
	 */
	static boolean isFlood(String format, InputStream data) throws IOException {
		byte[] head = data.readNBytes(HEAD);
		long[] size = switch (format) {
			case "DCTDecode", "DCT" -> jpeg(head);
			case "JPXDecode" -> jpeg2000(head);
			case "JBIG2Decode" -> jbig2(head);
			default -> new long[2];
		};
		return isFlood(size[0], size[1], format.equals("JBIG2Decode") ? 1 : 24);
	}

	static boolean isFlood(long width, long height, long bits) {
		return width > 0 && height > 0 && (width > MOST_PIXELS / height || width * bits / 8 > MOST_BYTES / height);
	}

	private static boolean isFaxFlood(COSDictionary picture, long height) {
		COSBase parameters = picture.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
		if (parameters instanceof COSArray several) {
			for (int at = 0; at < several.size(); at++) {
				if (several.getObject(at) instanceof COSDictionary one && isFax(one, height)) {
					return true;
				}
			}
			return false;
		}
		return parameters instanceof COSDictionary one && isFax(one, height);
	}

	private static boolean isFax(COSDictionary parameters, long height) {
		long rows = Math.max(number(parameters, COSName.ROWS), height);
		return isFlood(number(parameters, COSName.COLUMNS), Math.max(rows, 1), 8);
	}

	private static long bits(COSDictionary picture) {
		if (picture.getBoolean(COSName.IMAGE_MASK, false)) {
			return 1;
		}
		long each = Math.max(1, Math.min(number(picture, COSName.BITS_PER_COMPONENT), 32));
		return each * components(picture.getDictionaryObject(COSName.COLORSPACE));
	}

	private static int components(@Nullable COSBase space) {
		COSBase kind = (space instanceof COSArray array && array.size() > 0) ? array.getObject(0) : space;
		if (!(kind instanceof COSName name)) {
			return 1;
		}
		return switch (name.getName()) {
			case "DeviceGray", "CalGray", "Indexed", "Separation", "G", "I" -> 1;
			case "DeviceCMYK", "DeviceN", "CMYK" -> 4;
			default -> 3;
		};
	}

	private static long number(COSDictionary dictionary, COSName key) {
		return (dictionary.getDictionaryObject(key) instanceof COSNumber number) ? Math.max(0, number.longValue()) : 0;
	}

	private static long[] jpeg(byte[] head) {
		int at = 2;
		while (at + 9 < head.length && (head[at] & 0xff) == 0xff) {
			int marker = head[at + 1] & 0xff;
			if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
				return new long[] { word(head, at + 7), word(head, at + 5) };
			}
			at += (marker == 0xff) ? 1 : 2 + word(head, at + 2);
		}
		return new long[2];
	}

	/** The mark FF4F FF51 begins the code stream and its sizes. */
	private static long[] jpeg2000(byte[] head) {
		ByteBuffer bytes = ByteBuffer.wrap(head);
		for (int at = 0; at + 24 <= head.length; at++) {
			if (bytes.getInt(at) == 0xff4fff51) {
				return new long[] { Integer.toUnsignedLong(bytes.getInt(at + 8)),
						Integer.toUnsignedLong(bytes.getInt(at + 12)) };
			}
		}
		return new long[2];
	}

	/**
	 * Segments of numbers, flags, pages and lengths; kind 48 says the size of the page.
	 */
	private static long[] jbig2(byte[] head) {
		ByteBuffer bytes = ByteBuffer.wrap(head);
		long at = 0;
		while (at + 19 <= head.length) {
			int here = (int) at;
			int flags = head[here + 4];
			int referred = (head[here + 5] & 0xff) >> 5;
			long data = at + 6 + referred + ((flags & 0x40) != 0 ? 4 : 1) + 4;
			if (referred > 4 || data + 8 > head.length) {
				break;
			}
			if ((flags & 0x3f) == 48) {
				long height = Integer.toUnsignedLong(bytes.getInt((int) data + 4));
				return new long[] { Integer.toUnsignedLong(bytes.getInt((int) data)),
						height == 0xffffffffL ? 0 : height };
			}
			at = data + Integer.toUnsignedLong(bytes.getInt((int) data - 4));
		}
		return new long[2];
	}

	private static int word(byte[] bytes, int at) {
		return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
	}

}
