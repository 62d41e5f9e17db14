package cn.ecopark.audit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Answers {@code --audit-make-keys=<file>}: makes the file with the keys of the audit, or
 * adds new keys that are used from the next start on. Neither database nor application is
 * started.
 */
public final class AuditKeysCommand {

	private static final String NAME = "--audit-make-keys=";

	private final PrintStream out;

	public AuditKeysCommand(PrintStream out) {
		this.out = out;
	}

	public static boolean isAsked(String... arguments) {
		return file(arguments).isPresent();
	}

	/**
	 * @return status to end with
	 */
	public int run(String... arguments) {
		Path file = Path.of(file(arguments).orElseThrow());
		try {
			AuditKeys.addTo(file);
			this.out.println(AuditWords.say("audit.keys.made", file.toAbsolutePath()));
			return 0;
		}
		catch (AuditFailure failed) {
			this.out.println(AuditWords.say("audit.failure." + failed.problem() + ".description", failed.arguments()));
			return 1;
		}
	}

	private static Optional<String> file(String... arguments) {
		return Arrays.stream(arguments)
			.filter((one) -> one.startsWith(NAME) && one.length() > NAME.length())
			.map((one) -> one.substring(NAME.length()))
			.findFirst();
	}

}
