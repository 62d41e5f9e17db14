package cn.ecopark.rulepack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Names a release of a rule pack: what a case, batch, task and document was made under.
 * It is also the tenant of the release's diagrams in the engine, so that a called stage
 * stays inside its release.
 *
 * @param pack id of the pack, for instance {@code 2015-167}
 * @param number counted from 1 within the pack; 0 for files that are no release yet
 */
public record ReleaseId(String pack, int number) {

	private static final Pattern WRITTEN = Pattern.compile("([0-9A-Za-z_-]+)\\.(\\d{1,9})");

	public ReleaseId {
		if (number < 0 || !WRITTEN.matcher(pack + "." + number).matches()) {
			throw new IllegalArgumentException("No release: " + pack + "." + number);
		}
	}

	/**
	 * @return the release that is written so, for instance {@code 2015-167.3}
	 * @throws IllegalArgumentException when it is written otherwise
	 */
	public static ReleaseId of(String written) {
		Matcher matcher = WRITTEN.matcher(written);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("No release: " + written);
		}
		return new ReleaseId(matcher.group(1), Integer.parseInt(matcher.group(2)));
	}

	/**
	 * @return the release that is written so; null where nothing is written
	 */
	public static @Nullable ReleaseId orNull(@Nullable String written) {
		return written == null ? null : of(written);
	}

	@Override
	public String toString() {
		return this.pack + "." + this.number;
	}

}
