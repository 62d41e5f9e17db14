package cn.ecopark.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import cn.ecopark.audit.AuditReport.Fault;
import cn.ecopark.audit.AuditReport.Kind;
import cn.ecopark.audit.AuditSeals.SealedHead;

/**
 * Follows the chains, entry by entry in the order of subject and place, and keeps the
 * first fault of each.
 */
final class ChainReader {

	private final Map<String, SealedHead> heads;

	private final List<Fault> faults = new ArrayList<>();

	private @Nullable AuditEntry last;

	private boolean faulty;

	private long entries;

	private long chains;

	/**
	 * @param heads where each chain is said to end
	 */
	ChainReader(Map<String, SealedHead> heads) {
		this.heads = new TreeMap<>(heads);
	}

	void next(AuditEntry entry) {
		AuditEntry before = this.last;
		if (before == null || !before.subject().equals(entry.subject())) {
			endChain();
			before = null;
			this.chains++;
		}
		if (!this.faulty) {
			follow(before, entry);
		}
		this.last = entry;
		this.entries++;
	}

	private void follow(@Nullable AuditEntry before, AuditEntry entry) {
		long expected = (before != null) ? before.seq() + 1 : 1;
		if (entry.seq() != expected) {
			fault(entry.subject(), expected, Kind.MISSING);
		}
		else if (!entry.isIntact()) {
			fault(entry.subject(), entry.seq(), Kind.CHANGED);
		}
		else if (!entry.previous().equals((before != null) ? before.hash() : Hash.GENESIS)) {
			fault(entry.subject(), entry.seq(), Kind.NOT_CHAINED);
		}
	}

	private void endChain() {
		AuditEntry end = this.last;
		if (end != null) {
			SealedHead head = this.heads.remove(end.subject());
			if (!this.faulty && (head == null || head.count() != end.seq() || !head.hash().equals(end.hash()))) {
				fault(end.subject(), end.seq(), Kind.TAIL_CUT);
			}
		}
		this.last = null;
		this.faulty = false;
	}

	/**
	 * @return all faults; a head without entries is a chain cut off whole
	 */
	List<Fault> finish() {
		endChain();
		this.heads.values().stream().filter((head) -> head.count() > 0).forEach((head) -> {
			this.chains++;
			this.faults.add(new Fault(head.subject(), 0, Kind.TAIL_CUT));
		});
		return List.copyOf(this.faults);
	}

	private void fault(String subject, long seq, Kind kind) {
		this.faulty = true;
		this.faults.add(new Fault(subject, seq, kind));
	}

	long entries() {
		return this.entries;
	}

	long chains() {
		return this.chains;
	}

}
