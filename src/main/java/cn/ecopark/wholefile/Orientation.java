package cn.ecopark.wholefile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;

import org.apache.pdfbox.util.Matrix;

/**
 * How a photo is to be turned, as the camera notes it: Exif 2.3, tag 274. A phone held
 * upright notes that, and leaves the dots lying. The order is that of the numbers of the
 * tag.
 */
enum Orientation {

	UPRIGHT(1, 0, 0, 1, 0, 0), MIRRORED(-1, 0, 0, 1, 1, 0), UPSIDE_DOWN(-1, 0, 0, -1, 1, 1),
	MIRRORED_UPSIDE_DOWN(1, 0, 0, -1, 0, 1), MIRRORED_LYING_LEFT(0, -1, -1, 0, 1, 1), LYING_LEFT(0, -1, 1, 0, 0, 1),
	MIRRORED_LYING_RIGHT(0, 1, 1, 0, 0, 0), LYING_RIGHT(0, 1, -1, 0, 1, 0);

	private static final int TAG = 0x0112;

	private static final byte[] EXIF = { 'E', 'x', 'i', 'f', 0, 0 };

	/** Of the square that a picture is, before it is stretched. */
	private final Matrix turn;

	Orientation(float a, float b, float c, float d, float e, float f) {
		this.turn = new Matrix(a, b, c, d, e, f);
	}

	/**
	 * @return whether width and height change places
	 */
	boolean isTurned() {
		return this.turn.getScaleX() == 0;
	}

	/**
	 * @return what draws the picture upright into that rectangle
	 */
	Matrix drawn(float left, float bottom, float width, float height) {
		return this.turn.multiply(new Matrix(width, 0, 0, height, left, bottom));
	}

	/**
	 * @param jpeg a photo; what it does not say, or says wrongly, is upright
	 */
	static Orientation of(File jpeg) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(jpeg.toPath())))) {
			in.readUnsignedShort();
			for (int marker = in.readUnsignedShort(); isSegment(marker); marker = in.readUnsignedShort()) {
				byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
				boolean exif = segment.length > EXIF.length
						&& Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length);
				if (exif) {
					return of(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length).slice());
				}
			}
			return UPRIGHT;
		}
		catch (EOFException | IndexOutOfBoundsException odd) {
			return UPRIGHT;
		}
	}

	/** Up to the beginning of the dots; the end of the picture comes behind them. */
	private static boolean isSegment(int marker) {
		return marker >= 0xffc0 && marker != 0xffd9 && marker != 0xffda;
	}

	private static Orientation of(ByteBuffer exif) {
		exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = exif.getInt(4);
		int count = Short.toUnsignedInt(exif.getShort(directory));
		for (int entry = 0; entry < count; entry++) {
			int at = directory + 2 + entry * 12;
			int value = Short.toUnsignedInt(exif.getShort(at + 8));
			if (Short.toUnsignedInt(exif.getShort(at)) == TAG && value >= 1 && value <= values().length) {
				return values()[value - 1];
			}
		}
		return UPRIGHT;
	}

}
