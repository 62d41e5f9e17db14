package cn.ecopark.operations;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What kind of fault something has failed by, as far as an administrator can act on it.
 */
public enum FaultKind {

	/**
	 * A rule of ours or of the law refused it; trying again helps once its ground is
	 * gone.
	 */
	REFUSED("^cn\\.ecopark\\."),
	/** Others changed the same at that moment; trying again helps. */
	BUSY("OptimisticLocking|ConcurrencyFailure|CannotAcquireLock|Deadlock|PessimisticLocking|StaleRecord"),
	/** Keys, certificates or seals. */
	KEYS("^java\\.security\\.|KeyStore|Certificate|^org\\.bouncycastle\\."),
	/** The server had too little memory. */
	MEMORY("OutOfMemoryError"),
	/** Another server did not answer. */
	NETWORK("^java\\.net\\.|^javax\\.net\\.|^software\\.amazon\\."),
	/** The database refused it or did not answer. */
	DATABASE("^java\\.sql\\.|^org\\.postgresql\\.|^org\\.springframework\\.(dao|jdbc|transaction)\\."),
	/** A file or a disk. */
	FILES("^java\\.nio\\.file\\.|^java\\.io\\."),
	/** The node that was at it ended. */
	DIED(null),
	/** Anything else, to be told to whoever maintains the program. */
	PROGRAM(null);

	private static final Pattern THROWN = Pattern
		.compile("(?m)^\\s*(?:Caused by: |Suppressed: )?([\\w$]+(?:\\.[\\w$]+)+)(?:: (.+))?$");

	private final Pattern of;

	FaultKind(@Nullable String of) {
		this.of = Pattern.compile(of == null ? "(?!)" : of);
	}

	/**
	 * @param fault as {@code FaultText} tells it
	 */
	public static FaultKind of(String fault) {
		if (fault.isBlank()) {
			return DIED;
		}
		List<String> thrown = THROWN.matcher(fault).results().map(found -> found.group(1)).toList();
		if (refusal(fault).isPresent()) {
			return REFUSED;
		}
		for (FaultKind kind : values()) {
			if (kind != REFUSED && thrown.stream().anyMatch(type -> kind.of.matcher(type).find())) {
				return kind;
			}
		}
		return PROGRAM;
	}

	/**
	 * @return the key of the problem that refused it, in the messages behind
	 * {@code problem.}
	 */
	public static Optional<String> refusal(String fault) {
		Matcher thrown = THROWN.matcher(fault);
		while (thrown.find()) {
			if (REFUSED.of.matcher(thrown.group(1)).find() && thrown.group(2) != null) {
				return Optional.of(thrown.group(2));
			}
		}
		return Optional.empty();
	}

	/**
	 * @return key of what an administrator is told
	 */
	public String words() {
		return "operations.fault." + name().toLowerCase(Locale.ROOT);
	}

}
