package cn.ecopark.wholefile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.Texts;

/**
 * The words of a whole file. A file for the archive is in Chinese, whoever asks for it.
 */
@Component
class ArchiveWords {

	static final Locale LOCALE = Locale.SIMPLIFIED_CHINESE;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", LOCALE)
		.withZone(CaseTime.ZONE);

	private final Texts texts;

	ArchiveWords(Texts texts) {
		this.texts = texts;
	}

	String text(String key, @Nullable Object... arguments) {
		return this.texts.in(LOCALE, key, arguments);
	}

	/**
	 * @return day and minute in China; empty for no moment
	 */
	public String moment(@Nullable Instant at) {
		return at == null ? "" : MINUTE.format(at);
	}

	String day(Instant at) {
		return LocalDate.ofInstant(at, CaseTime.ZONE).toString();
	}

	/**
	 * @return the path as an address relative to the index
	 */
	public String link(String path) {
		return Arrays.stream(path.split("/"))
			.map(name -> UriUtils.encodePathSegment(name, StandardCharsets.UTF_8))
			.collect(Collectors.joining("/"));
	}

	/**
	 * @return bytes as read by people
	 */
	public String size(long bytes) {
		return bytes < 1 << 10 ? bytes + " B"
				: bytes < 1 << 20 ? (bytes >> 10) + " KB" : String.format(LOCALE, "%.1f MB", bytes / 1024.0 / 1024.0);
	}

}
