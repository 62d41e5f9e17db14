package cn.ecopark.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.ecopark.audit.AuditReport.Fault;
import cn.ecopark.audit.AuditReport.Kind;
import cn.ecopark.audit.AuditSeals.Seal;
import cn.ecopark.audit.AuditSeals.SealedHead;

/** Follows the chain of heads and compares each head with the entry it names. */
final class SealReader {

	private static final String SEALS = "seal";

	private final List<Fault> faults = new ArrayList<>();

	private final List<SealedHead> heads = new ArrayList<>();

	private final Set<String> faulty = new HashSet<>();

	private final @Nullable String known;

	private boolean knownIsThere;

	private long count;

	private String last = Hash.GENESIS;

	private @Nullable Seal open;

	/**
	 * @param known hash of a seal noted earlier
	 */
	SealReader(@Nullable String known) {
		this.known = known;
		this.knownIsThere = known == null;
	}

	/**
	 * @param found hash of the entry that the head names, null when it is gone
	 */
	void next(Seal seal, @Nullable SealedHead head, @Nullable String found) {
		if (!seal.equals(this.open)) {
			endSeal();
			this.open = seal;
		}
		if (head != null) {
			this.heads.add(head);
			if (!head.hash().equals(found)) {
				fault(head.subject(), head.count(), Kind.NOT_AS_SEALED);
			}
		}
	}

	private void endSeal() {
		Seal seal = this.open;
		if (seal == null) {
			return;
		}
		if (seal.seq() != this.count + 1) {
			fault(SEALS, this.count + 1, Kind.MISSING);
		}
		else if (!seal.isIntact(this.heads)) {
			fault(SEALS, seal.seq(), Kind.CHANGED);
		}
		else if (!seal.previous().equals(this.last)) {
			fault(SEALS, seal.seq(), Kind.NOT_CHAINED);
		}
		this.count++;
		this.last = seal.hash();
		this.knownIsThere |= seal.hash().equals(this.known);
		this.heads.clear();
		this.open = null;
	}

	List<Fault> finish() {
		endSeal();
		if (!this.knownIsThere) {
			fault(SEALS, this.count, Kind.SEAL_MISSING);
		}
		return List.copyOf(this.faults);
	}

	private void fault(String subject, long seq, Kind kind) {
		if (this.faulty.add(subject)) {
			this.faults.add(new Fault(subject, seq, kind));
		}
	}

	long count() {
		return this.count;
	}

	String last() {
		return this.last;
	}

}
