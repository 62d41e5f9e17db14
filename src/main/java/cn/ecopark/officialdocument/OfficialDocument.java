package cn.ecopark.officialdocument;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.ReleaseId;

/**
 * A document that went out, as it stands in the register.
 *
 * @param number null for documents without 发文字号
 * @param kind key of the kind of document
 * @param bodies who issued it, lead body first
 * @param dossierId case or batch it was issued in
 * @param audience who may read it; {@code PUBLIC} documents are found by number and may
 * be fetched by everybody
 */
public record OfficialDocument(VerificationCode code, @Nullable DocumentNumber number, String kind, String title,
		List<Body> bodies, LocalDate issuedOn, String dossierId, IssuedFile file, Audience audience,
		Standing standing) {

	public OfficialDocument {
		bodies = List.copyOf(bodies);
	}

	/** A body by its name of the day of issue. */
	public record Body(String unitId, String name) {
	}

	/**
	 * What was sent out.
	 *
	 * @param sha256 digest of the file with all its signatures, under which its content
	 * is kept
	 * @param size bytes
	 * @param signatures how many it bears
	 * @param release of the rule pack it was made under
	 * @param templateVersion by what it was set
	 * @param versionId the version in the dossier; null where it is kept in the register
	 * alone
	 */
	public record IssuedFile(String sha256, long size, int signatures, ReleaseId release, String templateVersion,
			@Nullable Long versionId) {
	}

	/**
	 * What has become of it.
	 *
	 * @param reason why it no longer holds; empty while it does
	 * @param replacedBy the document that took its place; null unless superseded
	 */
	public record Standing(State state, String reason, @Nullable VerificationCode replacedBy) {

		static final Standing ISSUED = new Standing(State.ISSUED, "", null);

	}

	/** Whether a document holds. */
	public enum State {

		/** 有效. */
		ISSUED,
		/** 已被替代: another document took its place. */
		SUPERSEDED,
		/** 已作废. */
		VOIDED

	}

	/** Whether everybody may know of it without its code. */
	public boolean isPublic() {
		return this.audience == Audience.PUBLIC;
	}

	/** Names of the bodies, lead body first. */
	public List<String> bodyNames() {
		return this.bodies.stream().map(Body::name).toList();
	}

}
