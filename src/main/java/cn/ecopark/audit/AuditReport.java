package cn.ecopark.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the audit has found.
 *
 * @param entries how many entries were read
 * @param chains how many chains
 * @param seals how many links of the chain of heads
 * @param lastSeal hash of its last link; 64 zeros when there is none
 * @param faults the first fault of each chain that has one, then those of the seals and
 * of the database
 * @param rows how many rows were compared with what is registered about them
 * @param differences rows that are not as registered, at most {@link #MOST_DIFFERENCES}
 * @param differing how many differences there are
 * @param outside how far the seals kept outside bear witness
 */
public record AuditReport(long entries, long chains, long seals, String lastSeal, List<Fault> faults, long rows,
		List<Difference> differences, long differing, Outside outside) {

	/** More differences are counted, not told. */
	public static final int MOST_DIFFERENCES = 10_000;

	public boolean isIntact() {
		return this.faults.isEmpty() && this.differing == 0;
	}

	/**
	 * Something in the audit that is not as it was written.
	 *
	 * @param subject whose chain it is; {@code seal} for the chain of heads
	 * @param seq the first bad place in it
	 */
	public record Fault(String subject, long seq, Kind kind) {
	}

	/**
	 * A row that is not as it is registered.
	 *
	 * @param chain the chain of the row
	 * @param key its key, columns parted by unit separators
	 * @param column which column differs, null when the row as a whole was added or
	 * deleted
	 * @param registered what is registered, null where nothing is; a digest for long
	 * texts
	 * @param found what stands there now
	 */
	public record Difference(Change change, String chain, String table, String key, @Nullable String column,
			@Nullable String registered, @Nullable String found) {
	}

	/** What became of a row behind the application's back. */
	public enum Change {

		/** 内容与登记不符. */
		CHANGED,
		/** 登记后新增. */
		ADDED,
		/** 已被删除. */
		DELETED,
		/** A stored content is not what its digest says, or is gone. */
		CONTENT

	}

	/**
	 * What the seals outside tell.
	 *
	 * @param given whether any were given
	 * @param seals how many
	 * @param beyond how many seals of the database are newer than the last of them
	 */
	public record Outside(boolean given, long seals, long beyond) {
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
		/** Somebody without the key has written the entry. */
		FORGED,
		/** The entry names a key that is not in the key file. */
		KEY_UNKNOWN,
		/** The entry lacks its authentication code. */
		NOT_KEYED,
		/**
		 * The entry is not the one that was sealed: the chain was cut or written anew.
		 */
		NOT_AS_SEALED,
		/** The entry should have been sealed long ago. */
		NOT_SEALED,
		/** A seal that was noted outside is missing. */
		SEAL_MISSING,
		/** A seal lacks its signature, or the signature is another's. */
		SEAL_FORGED,
		/** A seal is another than the one kept outside. */
		SEAL_DIFFERS,
		/** What was given as a seal kept outside bears no good signature. */
		OUTSIDE_FORGED,
		/** A time stamp is not about the seal it stands with. */
		STAMP_DIFFERS,
		/** There is something on record but no audit. */
		EMPTY,
		/**
		 * A trigger or function that guards the record is changed, gone or switched off.
		 */
		GUARD_CHANGED,
		/** A trigger, function or rule that does not belong to the application. */
		GUARD_ADDED

	}

}
