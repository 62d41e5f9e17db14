package cn.ecopark.gate;

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

	/**
	 * @return whether it may be called that: endings are hidden on many computers, and
	 * whatever a picture is called, programs show it by what it is
	 */
	public boolean mayBeCalled(String ending) {
		return isCalled(ending) || isPicture()
				&& Arrays.stream(values()).anyMatch(other -> other.isPicture() && other.isCalled(ending));
	}

	private boolean isPicture() {
		return this.mediaType.startsWith("image/");
	}

	public static Optional<FileType> ofMediaType(String mediaType) {
		return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
	}

}
