package cn.ecopark.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.ecopark.audit.AuditReport.Outside;
import cn.ecopark.audit.AuditSeals.Seal;
import cn.ecopark.audit.AuditSeals.SealedHead;

/**
 * Follows the chain of heads, compares each head with the entry it names, and each link
 * with what is kept of it outside.
 */
final class SealReader {

	private static final String SEALS = "seal";

	private final List<AuditReport.Fault> faults = new ArrayList<>();

	private final List<SealedHead> heads = new ArrayList<>();

	private final Set<String> faulty = new HashSet<>();

	private final AuditKeys keys;

	private final @Nullable String known;

	private final boolean outsideGiven;

	private final long outsideSeals;

	/** What is kept outside and was not met yet. */
	private final Map<Long, String> outside = new HashMap<>();

	private boolean knownIsThere;

	private boolean signed;

	private boolean mustBeSigned;

	private long beyond;

	private long count;

	private String last = Hash.GENESIS;

	private Instant lastAt = Instant.MIN;

	private @Nullable Seal open;

	/**
	 * @param known hash of a seal noted earlier
	 * @param outside the seals kept outside, null when none are given
	 */
	SealReader(AuditKeys keys, @Nullable String known, @Nullable List<Seal> outside) {
		this.keys = keys;
		this.known = known;
		this.knownIsThere = known == null;
		this.outsideGiven = outside != null;
		this.outsideSeals = (outside != null) ? outside.size() : 0;
		if (outside != null) {
			outside.forEach(this::keepIfGenuine);
		}
	}

	private void keepIfGenuine(Seal seal) {
		String before = this.outside.get(seal.seq());
		if (!seal.isGenuine(this.keys) || (before != null && !before.equals(seal.hash()))) {
			this.faults.add(new AuditReport.Fault(SEALS, seal.seq(), AuditReport.Kind.OUTSIDE_FORGED));
		}
		else {
			this.outside.put(seal.seq(), seal.hash());
		}
	}

	/**
	 * @param found hash of the entry that the head names, null when it is gone
	 * @param keyed whether that entry is of the time since there are keys
	 */
	void next(Seal seal, @Nullable SealedHead head, @Nullable String found, boolean keyed) {
		if (!seal.equals(this.open)) {
			endSeal();
			this.open = seal;
		}
		if (head != null) {
			this.heads.add(head);
			this.mustBeSigned |= keyed;
			if (!head.hash().equals(found)) {
				fault(head.subject(), head.count(), AuditReport.Kind.NOT_AS_SEALED);
			}
		}
	}

	private void endSeal() {
		Seal seal = this.open;
		if (seal == null) {
			return;
		}
		if (seal.seq() != this.count + 1) {
			fault(SEALS, this.count + 1, AuditReport.Kind.MISSING);
		}
		else if (!seal.isIntact(this.heads)) {
			fault(SEALS, seal.seq(), AuditReport.Kind.CHANGED);
		}
		else if (!seal.previous().equals(this.last)) {
			fault(SEALS, seal.seq(), AuditReport.Kind.NOT_CHAINED);
		}
		else if (isForged(seal)) {
			fault(SEALS, seal.seq(), AuditReport.Kind.SEAL_FORGED);
		}
		compareWithOutside(seal);
		this.count++;
		this.last = seal.hash();
		this.lastAt = seal.at();
		this.knownIsThere |= seal.hash().equals(this.known);
		this.signed |= seal.signature() != null;
		this.heads.clear();
		this.open = null;
	}

	/** Seals of a time before there were keys are vouched for by the first with one. */
	private boolean isForged(Seal seal) {
		return (seal.signature() != null || this.signed || this.mustBeSigned) && !seal.isGenuine(this.keys);
	}

	private void compareWithOutside(Seal seal) {
		String kept = this.outside.remove(seal.seq());
		if (kept != null) {
			this.beyond = 0;
			if (!kept.equals(seal.hash())) {
				this.faults.add(new AuditReport.Fault(SEALS, seal.seq(), AuditReport.Kind.SEAL_DIFFERS));
			}
		}
		else {
			this.beyond++;
		}
	}

	List<AuditReport.Fault> finish() {
		endSeal();
		if (!this.knownIsThere) {
			fault(SEALS, this.count, AuditReport.Kind.SEAL_MISSING);
		}
		this.outside.keySet()
			.stream()
			.sorted()
			.forEach((seq) -> this.faults.add(new AuditReport.Fault(SEALS, seq, AuditReport.Kind.SEAL_MISSING)));
		return List.copyOf(this.faults);
	}

	private void fault(String subject, long seq, AuditReport.Kind kind) {
		if (this.faulty.add(subject)) {
			this.faults.add(new AuditReport.Fault(subject, seq, kind));
		}
	}

	long count() {
		return this.count;
	}

	String last() {
		return this.last;
	}

	Instant lastAt() {
		return this.lastAt;
	}

	Outside outside() {
		return new Outside(this.outsideGiven, this.outsideSeals, this.beyond);
	}

}
