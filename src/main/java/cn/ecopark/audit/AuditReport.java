package cn.ecopark.audit;

import java.util.List;

/**
 * What a check of the audit has found.
 *
 * @param entries how many entries were read
 * @param chains how many chains
 * @param seals how many links of the chain of heads
 * @param lastSeal hash of its last link, worth noting outside of the system; 64 zeros
 * when there is none
 * @param faults the first fault of each chain that has one, then those of the seals
 */
public record AuditReport(long entries, long chains, long seals, String lastSeal, List<Fault> faults) {

	public boolean isIntact() {
		return this.faults.isEmpty();
	}

	/**
	 * Something that is not as it was written.
	 *
	 * @param subject whose chain it is; {@code seal} for the chain of heads
	 * @param seq the first bad place in it
	 */
	public record Fault(String subject, long seq, Kind kind) {
	}

	/** What is wrong. */
	public enum Kind {

		/**
		 * The entry is not what was written there: changed, or exchanged with another.
		 */
		CHANGED,
		/** An entry is missing before this place. */
		MISSING,
		/** The entry does not follow the one before. */
		NOT_CHAINED,
		/**
		 * The chain ends here, but its head is another: the tail was cut, or something
		 * was put in past the head.
		 */
		TAIL_CUT,
		/**
		 * The entry is not the one that was sealed: the chain was cut or written anew.
		 */
		NOT_AS_SEALED,
		/** A seal that was noted outside is missing. */
		SEAL_MISSING

	}

}
