package cn.ecopark.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Types of file that are taken, known by what is in them and not by what they are called.
 */
public enum FileType {

	PDF("application/pdf", true, "pdf"), PNG("image/png", true, "png"), JPEG("image/jpeg", true, "jpg", "jpeg"),
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx");

	/** Some programs write a little after the end mark. */
	private static final int TAIL = 4096;

	private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] PDF_END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

	/** Some programs forget the end mark after the place of the table. */
	private static final byte[] PDF_TABLE = "startxref".getBytes(StandardCharsets.US_ASCII);

	/** Some programs write a little before the beginning. */
	private static final int PDF_HEAD_WITHIN = 1024;

	private static final byte[] PNG_HEAD = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final byte[] PNG_END = "IEND".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] JPEG_HEAD = { (byte) 0xff, (byte) 0xd8, (byte) 0xff };

	private static final byte[] JPEG_END = { (byte) 0xff, (byte) 0xd9 };

	private static final byte[] ZIP_HEAD = { 'P', 'K', 3, 4 };

	private final String mediaType;

	private final boolean inline;

	private final List<String> endings;

	FileType(String mediaType, boolean inline, String... endings) {
		this.mediaType = mediaType;
		this.inline = inline;
		this.endings = List.of(endings);
	}

	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * @return whether a browser shows it by itself
	 */
	public boolean isInline() {
		return this.inline;
	}

	public boolean isCalled(String ending) {
		return this.endings.contains(ending);
	}

	public static Optional<FileType> ofMediaType(String mediaType) {
		return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
	}

	/**
	 * @return what the file is at first sight, before the {@link Gate} has judged it;
	 * empty if it is none of these
	 */
	public static Optional<FileType> of(FileBytes file) throws IOException {
		byte[] head = file.head(PDF_HEAD_WITHIN);
		if (starts(head, PNG_HEAD)) {
			return Optional.of(PNG);
		}
		if (starts(head, JPEG_HEAD)) {
			return Optional.of(JPEG);
		}
		if (starts(head, ZIP_HEAD)) {
			return OfficeFile.typeOf(file);
		}
		return contains(head, PDF_HEAD) ? Optional.of(PDF) : Optional.empty();
	}

	/**
	 * @return whether the file has its end at first sight; office files are seen to have
	 * theirs when their type is found
	 */
	public boolean isWhole(FileBytes file) throws IOException {
		return switch (this) {
			case PDF -> contains(file.tail(TAIL), PDF_END) || contains(file.tail(TAIL), PDF_TABLE);
			case PNG -> contains(file.tail(TAIL), PNG_END);
			case JPEG -> contains(file.tail(TAIL), JPEG_END);
			case DOCX, XLSX -> true;
		};
	}

	private static boolean starts(byte[] bytes, byte[] mark) {
		return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
	}

	private static boolean contains(byte[] bytes, byte[] mark) {
		for (int at = bytes.length - mark.length; at >= 0; at--) {
			if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
				return true;
			}
		}
		return false;
	}

}
