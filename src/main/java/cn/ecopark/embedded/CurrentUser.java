package cn.ecopark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who runs this JVM. */
final class CurrentUser {

	private static final Path SELF = Path.of("/proc/self");

	private CurrentUser() {
	}

	/**
	 * Whether the JVM runs as root on Linux; elsewhere PostgreSQL has its own means, or
	 * the question does not arise.
	 */
	static boolean isRoot() {
		try {
			return Files.exists(SELF) && Integer.valueOf(0).equals(Files.getAttribute(SELF, "unix:uid"));
		}
		catch (IOException | UnsupportedOperationException ex) {
			return false;
		}
	}

}
