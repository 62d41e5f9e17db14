package cn.ecopark.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.springframework.core.NestedExceptionUtils;

/** PostgreSQL does not start; its own last words are part of the message. */
class DatabaseDoesNotStart extends DatabaseFailure {

	private static final int LAST_LINES = 8;

	DatabaseDoesNotStart(Path log, Throwable cause) {
		super("does-not-start", cause, log, reason(cause), lastWords(log));
	}

	private static String reason(Throwable cause) {
		Throwable innermost = NestedExceptionUtils.getMostSpecificCause(cause);
		return innermost.getClass().getSimpleName() + ": " + innermost.getMessage();
	}

	private static String lastWords(Path log) {
		try {
			List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
			return String.join(System.lineSeparator(),
					lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
		}
		catch (IOException absent) {
			return "";
		}
	}

}
