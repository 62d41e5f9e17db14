package cn.ecopark.web.view;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody decided and wrote.
 *
 * @param role what they did it as, for instance 主办; null where the unit says enough
 * @param result label of the outcome
 * @param audience who else reads it, in words; null where it need not be said
 * @param hands who of the unit has put his hand to it, and when; told inside the unit
 */
public record OpinionLine(String unit, String person, @Nullable String role, Tag result, LocalDateTime at, String text,
		@Nullable String audience, List<String> hands) {

	/**
	 * @param result its outcome, and that it was taken back
	 * @param how when and why
	 * @return the same, which counts no more
	 */
	public OpinionLine fallen(String result, String how) {
		return new OpinionLine(this.unit, this.person, this.role, new Tag(result, Tone.QUIET), this.at, this.text,
				this.audience, List.of(how));
	}

	/** One that nobody but its author has signed, as far as the reader may know. */
	public OpinionLine(String unit, String person, @Nullable String role, Tag result, LocalDateTime at, String text,
			@Nullable String audience) {
		this(unit, person, role, result, at, text, audience, List.of());
	}

}
