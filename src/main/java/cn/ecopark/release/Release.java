package cn.ecopark.release;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;

/**
 * A release of a rule pack, with who did what to it.
 *
 * @param basedOn the release in force when it was made; null for the first of a pack
 * @param digest SHA-256 over all its files
 * @param note why it was made
 * @param made by the system itself where nobody is named
 * @param editors who has changed a file of it, besides whoever made it
 * @param withdrawnFor why it was withdrawn; null as long as it is not
 */
public record Release(ReleaseId id, State state, Origin origin, @Nullable ReleaseId basedOn, String digest, String note,
		Act made, Set<Long> editors, @Nullable Act proposed, @Nullable Act released, @Nullable Act withdrawn,
		@Nullable String withdrawnFor, int version) {

	public Release {
		editors = Set.copyOf(editors);
	}

	/** How far a release has come. */
	public enum State {

		/** Something in it must be mended before it can be released. */
		DRAFT,
		/** Checked without errors; waits to be proposed and released. */
		CHECKED,
		/** Released; the newest released one of a pack is in force. */
		RELEASED,
		/** Never released, or no longer in force; cases under it go on. */
		WITHDRAWN

	}

	/** Where a release comes from. */
	public enum Origin {

		/** It came with the system. */
		SHIPPED,
		/** It ran before there were releases. */
		TAKEN_OVER,
		/** An administrator made it. */
		ADMINISTRATOR

	}

	/**
	 * What somebody did.
	 *
	 * @param personId null where the system did it
	 * @param person name of that person
	 */
	public record Act(Instant at, @Nullable Long personId, @Nullable String person) {

		boolean isOf(long id) {
			return this.personId != null && this.personId == id;
		}

	}

	/**
	 * @return whether that person may release it: neither maker nor editor nor proposer
	 */
	public boolean mayBeReleasedBy(long personId) {
		return !this.made.isOf(personId) && !this.editors.contains(personId)
				&& (this.proposed == null || !this.proposed.isOf(personId));
	}

	Release consistingOf(PackFiles files) {
		return new Release(this.id, this.state, this.origin, this.basedOn, files.digest(), this.note, this.made,
				this.editors, this.proposed, this.released, this.withdrawn, this.withdrawnFor, this.version);
	}

	Release proposedBy(Act act) {
		return new Release(this.id, State.CHECKED, this.origin, this.basedOn, this.digest, this.note, this.made,
				this.editors, act, null, null, null, this.version);
	}

	Release releasedBy(Act act) {
		return new Release(this.id, State.RELEASED, this.origin, this.basedOn, this.digest, this.note, this.made,
				this.editors, this.proposed, act, null, null, this.version);
	}

	Release withdrawnBy(Act act, String reason) {
		return new Release(this.id, State.WITHDRAWN, this.origin, this.basedOn, this.digest, this.note, this.made,
				this.editors, this.proposed, this.released, act, reason, this.version);
	}

	/** Whether it may still be proposed, released or rejected. */
	public boolean isCandidate() {
		return this.state == State.DRAFT || this.state == State.CHECKED;
	}

}
