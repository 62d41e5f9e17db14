package cn.ecopark.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells what an archive is by the parts it must have; nothing in it is unpacked. */
final class OfficeFile {

	private static final int END_RECORD = 22;

	private static final int LONGEST_COMMENT = 65535;

	private static final int END_SIGNATURE = 0x06054b50;

	/**
	 * An office file has some dozens of parts; an archive made to exhaust memory has
	 * millions.
	 */
	private static final long LARGEST_DIRECTORY = 4 << 20;

	private OfficeFile() {
	}

	/**
	 * @throws ZipException if the archive has no directory, as after a broken transfer
	 */
	static Optional<FileType> typeOf(FileBytes file) throws IOException {
		if (directorySize(file) > LARGEST_DIRECTORY) {
			return Optional.empty();
		}
		try (ZipFile archive = new ZipFile(file.path().toFile())) {
			if (archive.getEntry("[Content_Types].xml") == null) {
				return Optional.empty();
			}
			if (archive.getEntry("word/document.xml") != null) {
				return Optional.of(FileType.DOCX);
			}
			return archive.getEntry("xl/workbook.xml") != null ? Optional.of(FileType.XLSX) : Optional.empty();
		}
	}

	private static long directorySize(FileBytes file) throws IOException {
		ByteBuffer tail = ByteBuffer.wrap(file.tail(END_RECORD + LONGEST_COMMENT)).order(ByteOrder.LITTLE_ENDIAN);
		for (int at = tail.limit() - END_RECORD; at >= 0; at--) {
			if (tail.getInt(at) == END_SIGNATURE) {
				return Integer.toUnsignedLong(tail.getInt(at + 12));
			}
		}
		throw new ZipException("No end of directory");
	}

}
