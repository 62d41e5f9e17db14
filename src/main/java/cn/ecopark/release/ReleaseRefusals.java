package cn.ecopark.release;

import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.Refusal;

/** Why a release is not made, proposed, released or withdrawn. */
public final class ReleaseRefusals {

	private ReleaseRefusals() {
	}

	/** There is no such release. */
	public static final class ReleaseNotFound extends Refusal {

		public ReleaseNotFound() {
			super("release.not-found");
		}

	}

	/** Only system administrators release rule packs. */
	public static final class NotYourRelease extends Refusal {

		NotYourRelease() {
			super("release.not-yours");
		}

	}

	/** It is not in the state that the act asks for, since somebody was quicker. */
	public static final class ReleaseMovedOn extends Refusal {

		ReleaseMovedOn() {
			super("release.moved-on");
		}

	}

	/** It has errors that must be mended first. */
	public static final class ReleaseFaulty extends Refusal {

		ReleaseFaulty() {
			super("release.faulty");
		}

	}

	/** Whoever made or proposed a release does not release it. */
	public static final class SecondPersonNeeded extends Refusal {

		SecondPersonNeeded() {
			super("release.second-person");
		}

	}

	/** Without it no release of the pack would be in force. */
	public static final class LastRelease extends Refusal {

		LastRelease() {
			super("release.last");
		}

	}

	/** Nothing says why. */
	public static final class ReleaseReasonMissing extends Refusal {

		ReleaseReasonMissing() {
			super("release.reason-missing");
		}

	}

	/** Somebody else has changed the same file since it was opened. */
	public static final class FileChanged extends Refusal {

		FileChanged() {
			super("release.file-changed");
		}

	}

	/** What was sent is no packed release. */
	public static final class NoPack extends Refusal {

		NoPack(String why, Object... arguments) {
			super("release.no-pack." + why, arguments);
		}

	}

	/** A release of the pack consists of the very same files. */
	public static final class SameRelease extends Refusal {

		SameRelease(ReleaseId same) {
			super("release.same", same.toString());
		}

	}

}
