package cn.ecopark.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import cn.ecopark.audit.AuditSeals.SealedHead;

/**
 * Follows the chains, entry by entry in the order of subject and place, and keeps the
 * first fault of each.
 */
final class ChainReader {

	/** From here on the entries of a chain are authenticated. */
	static final String KEYED = "audit.keyed";

	/** Seals follow within a second; a node that died takes longer. */
	private static final Duration LONG_AGO = Duration.ofMinutes(1);

	private final Map<String, SealedHead> heads;

	private final Map<String, Long> sealed;

	private final AuditKeys keys;

	private final Consumer<AuditEntry> genuine;

	private final List<AuditReport.Fault> faults = new ArrayList<>();

	/** First entry of each chain that no seal covers. */
	private final Map<String, AuditEntry> unsealed = new LinkedHashMap<>();

	private @Nullable AuditEntry last;

	private Instant newest = Instant.MIN;

	private boolean faulty;

	private boolean unkeyed;

	private boolean keyed;

	private long entries;

	private long chains;

	/**
	 * @param heads where each chain is said to end
	 * @param sealed how much of each chain seals cover
	 * @param genuine takes each entry that is genuine, in order
	 */
	ChainReader(Map<String, SealedHead> heads, Map<String, Long> sealed, AuditKeys keys, Consumer<AuditEntry> genuine) {
		this.heads = new TreeMap<>(heads);
		this.sealed = sealed;
		this.keys = keys;
		this.genuine = genuine;
	}

	void next(AuditEntry entry) {
		AuditEntry before = this.last;
		if (before == null || !before.subject().equals(entry.subject())) {
			endChain();
			before = null;
			this.chains++;
		}
		boolean isGenuine = entry.isIntact() && entry.isGenuine(this.keys);
		if (!this.faulty) {
			follow(before, entry, isGenuine);
		}
		if (isGenuine) {
			this.genuine.accept(entry);
		}
		if (entry.seq() > this.sealed.getOrDefault(entry.subject(), 0L)) {
			this.unsealed.putIfAbsent(entry.subject(), entry);
		}
		if (entry.at().isAfter(this.newest)) {
			this.newest = entry.at();
		}
		this.last = entry;
		this.entries++;
	}

	private void follow(@Nullable AuditEntry before, AuditEntry entry, boolean isGenuine) {
		long expected = (before != null) ? before.seq() + 1 : 1;
		if (entry.seq() != expected) {
			fault(entry.subject(), expected, AuditReport.Kind.MISSING);
		}
		else if (!entry.isIntact()) {
			fault(entry.subject(), entry.seq(), AuditReport.Kind.CHANGED);
		}
		else if (!entry.previous().equals((before != null) ? before.hash() : Hash.GENESIS)) {
			fault(entry.subject(), entry.seq(), AuditReport.Kind.NOT_CHAINED);
		}
		else {
			authenticate(entry, isGenuine);
		}
	}

	/** Entries of a time before there were keys are vouched for by the first with one. */
	private void authenticate(AuditEntry entry, boolean isGenuine) {
		if (entry.keyId() == null) {
			this.unkeyed = true;
			if (this.keyed) {
				fault(entry.subject(), entry.seq(), AuditReport.Kind.NOT_KEYED);
			}
		}
		else if (!isGenuine) {
			fault(entry.subject(), entry.seq(),
					this.keys.knows(entry.keyId()) ? AuditReport.Kind.FORGED : AuditReport.Kind.KEY_UNKNOWN);
		}
		else {
			if (this.unkeyed && !this.keyed && !entry.action().equals(KEYED)) {
				fault(entry.subject(), entry.seq() - 1, AuditReport.Kind.NOT_KEYED);
			}
			this.keyed = true;
		}
	}

	private void endChain() {
		AuditEntry end = this.last;
		if (end != null) {
			SealedHead head = this.heads.remove(end.subject());
			if (!this.faulty && this.unkeyed && !this.keyed) {
				fault(end.subject(), end.seq(), AuditReport.Kind.NOT_KEYED);
			}
			else if (!this.faulty && (head == null || head.count() != end.seq() || !head.hash().equals(end.hash()))) {
				fault(end.subject(), end.seq(), AuditReport.Kind.TAIL_CUT);
			}
		}
		this.last = null;
		this.faulty = false;
		this.unkeyed = false;
		this.keyed = false;
	}

	/**
	 * @param lastSeal when the last seal was made
	 * @return all faults; a head without entries is a chain cut off whole
	 */
	List<AuditReport.Fault> finish(Instant lastSeal) {
		endChain();
		this.heads.values().stream().filter((head) -> head.count() > 0).forEach((head) -> {
			this.chains++;
			this.faults.add(new AuditReport.Fault(head.subject(), 0, AuditReport.Kind.TAIL_CUT));
		});
		Instant alive = (this.newest.isAfter(lastSeal)) ? this.newest : lastSeal;
		this.unsealed.values()
			.stream()
			.filter((entry) -> entry.at().plus(LONG_AGO).isBefore(alive))
			.forEach((entry) -> this.faults
				.add(new AuditReport.Fault(entry.subject(), entry.seq(), AuditReport.Kind.NOT_SEALED)));
		return List.copyOf(this.faults);
	}

	private void fault(String subject, long seq, AuditReport.Kind kind) {
		this.faulty = true;
		this.faults.add(new AuditReport.Fault(subject, seq, kind));
	}

	long entries() {
		return this.entries;
	}

	long chains() {
		return this.chains;
	}

}
