package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The two ends of a file, by which its type is known. */
final class Ends {

	/** Length of the record at the end of an archive without its comment. */
	private static final int RECORD = 22;

	private static final int LONGEST_COMMENT = 65535;

	private static final int RECORD_MARK = 0x06054b50;

	/** Beginnings of pages, programs, archives and documents. */
	private static final Pattern OTHERS = Pattern
		.compile("(?i)<(\\?|!|html|script|svg|body)|(?-i)PK\u0003\u0004|%PDF-|^MZ|^\u007fELF|^#!");

	private static final Pattern FILES = Pattern.compile(
			"PK\u0003\u0004.*|\u00d0\u00cf\u0011\u00e0.*|MZ.*|\u007fELF.*|%PDF.*|\\{\\\\rt.*|7z\u00bc\u00af.*|Rar!.*|#!.*",
			Pattern.DOTALL);

	/** Archives, office files and programs; random data do not begin so. */
	private static final Pattern CARRIED = Pattern.compile(
			"(PK\u0003\u0004|\u00d0\u00cf\u0011\u00e0|\u007fELF|7z\u00bc\u00af|Rar!|MZ.{38,58}\u0000{3}).*",
			Pattern.DOTALL);

	/** Phones put a film of a moment behind the photo. */
	private static final Pattern MOTION = Pattern
		.compile("MotionPhoto_Data|\\u0000[\\u0000-\\u0100]{2}.ftyp[a-z0-9]{4}", Pattern.DOTALL);

	private Ends() {
	}

	static byte[] head(FileChannel file, int length) throws IOException {
		return read(file, 0, (int) Math.min(length, file.size()));
	}

	static byte[] tail(FileChannel file, int length) throws IOException {
		int count = (int) Math.min(length, file.size());
		return read(file, file.size() - count, count);
	}

	static boolean tailContains(FileChannel file, int length, String word) throws IOException {
		return new String(tail(file, length), StandardCharsets.ISO_8859_1).contains(word);
	}

	/**
	 * @return whether the end of the file is that of an archive, so that programs for
	 * archives open it whatever it begins with
	 */
	static boolean isArchive(FileChannel file) throws IOException {
		ByteBuffer tail = ByteBuffer.wrap(tail(file, RECORD + LONGEST_COMMENT)).order(ByteOrder.LITTLE_ENDIAN);
		for (int at = tail.limit() - RECORD; at >= 0; at--) {
			if (tail.getInt(at) == RECORD_MARK && tail.getInt(at + 4) == 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param in what follows the end mark of a picture
	 * @param longest bytes that may follow, unless they are something else's beginning;
	 * zeros may follow without end
	 */
	static void judgeTail(InputStream in, int longest, Findings findings) throws IOException {
		byte[] bytes = in.readNBytes(longest + 1);
		String tail = new String(bytes, StandardCharsets.ISO_8859_1);
		if (OTHERS.matcher(tail).find()) {
			findings.add("more-behind");
		}
		else if (MOTION.matcher(tail).find()) {
			findings.add("image.motion");
		}
		else if (bytes.length > longest && !(isNothing(bytes, bytes.length) && isNothing(in))) {
			findings.add("more-behind");
		}
	}

	private static boolean isNothing(InputStream in) throws IOException {
		byte[] buffer = new byte[16 * 1024];
		for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
			if (!isNothing(buffer, count)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isNothing(byte[] bytes, int count) {
		for (int at = 0; at < count; at++) {
			if (bytes[at] != 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * @param head first bytes of what should be a picture or the like
	 * @return whether it is an archive, a program or a document
	 */
	static boolean isOtherFile(String head) {
		return FILES.matcher(head).matches();
	}

	/**
	 * @param head first bytes of a part of a file
	 * @return whether the part is a file of its own
	 */
	static boolean isCarried(String head) {
		return CARRIED.matcher(head).matches();
	}

	private static byte[] read(FileChannel file, long from, int count) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(count);
		while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
			continue;
		}
		return buffer.array();
	}

}
