package cn.ecopark.audit;

import java.time.Instant;

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
 */
public record AuditEntry(String subject, long seq, Instant at, Instant caseAt, Who who, String action, String details,
		String previous, String hash) {

	static AuditEntry after(String previous, String subject, long seq, Instant at, Instant caseAt, Who who,
			String action, String details) {
		return new AuditEntry(subject, seq, at, caseAt, who, action, details, previous,
				hash(previous, subject, seq, at, caseAt, who, action, details));
	}

	/**
	 * @return whether the entry still is what was written
	 */
	public boolean isIntact() {
		return this.hash.equals(
				hash(this.previous, this.subject, this.seq, this.at, this.caseAt, this.who, this.action, this.details));
	}

	private static String hash(String previous, String subject, long seq, Instant at, Instant caseAt, Who who,
			String action, String details) {
		return Hash.of(previous, subject, seq, at, caseAt, who.personId(), who.name(), who.unitId(), action, details);
	}

}
