package cn.ecopark.studio;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.ReleaseId;

/**
 * What several administrators change of a rule pack before it is a release.
 *
 * @param title what they want to change
 * @param basedOn the release in force when it was begun
 * @param ended null as long as it is open
 * @param release what was made of it; null where nothing was
 */
public record Draft(UUID id, String pack, String title, ReleaseId basedOn, State state, Act begun, @Nullable Act ended,
		@Nullable ReleaseId release) {

	/** How far a draft has come. */
	public enum State {

		/** It is being worked at. */
		OPEN,
		/** A release was made of it. */
		MADE,
		/** Laid aside; it can be opened again. */
		LAID_ASIDE

	}

	/** What somebody did. */
	public record Act(Instant at, String person) {
	}

	public boolean isOpen() {
		return this.state == State.OPEN;
	}

}
