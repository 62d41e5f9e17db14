package cn.ecopark.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.ecopark.audit.AuditActor.Who;

/**
 * One link of a chain.
 *
 * @param subject id of the {@link Subject}
 * @param seq place in its chain, from 1
 * @param at real time
 * @param caseAt the time of the cases
 * @param details canonical JSON
 * @param previous hash of the entry before
 * @param keyId key of the authentication code; null for entries of a time before there
 * were keys
 * @param mac authentication code over the hash
 */
public record AuditEntry(String subject, long seq, Instant at, Instant caseAt, Who who, String action, String details,
		String previous, String hash, @Nullable String keyId, @Nullable String mac) {

	static AuditEntry after(String previous, String subject, long seq, Draft draft, AuditKeys keys) {
		String hash = hash(previous, subject, seq, draft.at(), draft.caseAt(), draft.who(), draft.action(),
				draft.details());
		AuditKeys.Made mac = keys.mac(hash);
		return new AuditEntry(subject, seq, draft.at(), draft.caseAt(), draft.who(), draft.action(), draft.details(),
				previous, hash, mac.keyId(), mac.value());
	}

	/**
	 * What happened, before it has a place in its chain.
	 *
	 * @param subject id of the {@link Subject}
	 */
	record Draft(String subject, Instant at, Instant caseAt, Who who, String action, String details) {

		Draft of(String other) {
			return new Draft(other, this.at, this.caseAt, this.who, this.action, this.details);
		}

	}

	/**
	 * @return whether the entry still is what was written
	 */
	public boolean isIntact() {
		return this.hash.equals(
				hash(this.previous, this.subject, this.seq, this.at, this.caseAt, this.who, this.action, this.details));
	}

	/**
	 * @return whether somebody wrote it who has the key
	 */
	boolean isGenuine(AuditKeys keys) {
		return this.keyId != null && this.mac != null && keys.authenticates(this.keyId, this.hash, this.mac);
	}

	private static String hash(String previous, String subject, long seq, Instant at, Instant caseAt, Who who,
			String action, String details) {
		return Hash.of(previous, subject, seq, at, caseAt, who.personId(), who.name(), who.unitId(), action, details);
	}

}
