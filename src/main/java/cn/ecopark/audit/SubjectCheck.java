package cn.ecopark.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.AuditSeals.SealedHead;

/**
 * Checks the chain of one subject: each entry is what was written, follows the one
 * before, bears the authentication code, and is what was sealed. That the seals
 * themselves are those kept outside is the work of {@link AuditCheck}.
 */
@Component
public class SubjectCheck {

	private static final String CHAIN = JdbcAudit.ENTRIES + " WHERE subject = :subject ORDER BY seq";

	private static final String HEAD = "SELECT subject, count, head AS hash FROM audit_chain WHERE subject = :subject";

	private static final String SEALED = """
			SELECT sealed.count, sealed.head, entry.hash AS found FROM audit_seal_head AS sealed
			  LEFT JOIN audit_entry AS entry ON entry.subject = sealed.subject AND entry.seq = sealed.count
			 WHERE sealed.subject = :subject ORDER BY sealed.count
			""";

	private final JdbcClient jdbc;

	private final AuditKeys keys;

	SubjectCheck(JdbcClient jdbc, AuditKeys keys) {
		this.jdbc = jdbc;
		this.keys = keys;
	}

	/**
	 * What was found.
	 *
	 * @param entries how many entries the chain has
	 * @param sealed how many of them, from the first on, seals cover
	 * @param fault the first fault, null where there is none
	 */
	public record Checked(long entries, long sealed, AuditReport.@Nullable Fault fault) {

		public boolean isIntact() {
			return this.fault == null;
		}

	}

	private record Seal(long count, String head, @Nullable String found) {

		boolean isBroken() {
			return !this.head.equals(this.found);
		}

	}

	/**
	 * @return what was found; empty where there never was such a chain
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Optional<Checked> check(String subject) {
		Optional<SealedHead> head = this.jdbc.sql(HEAD).param("subject", subject).query(SealedHead.class).optional();
		List<Seal> seals = this.jdbc.sql(SEALED).param("subject", subject).query(Seal.class).list();
		long sealed = seals.isEmpty() ? 0 : seals.get(seals.size() - 1).count();
		ChainReader reader = new ChainReader(head.map((end) -> Map.of(subject, end)).orElse(Map.of()),
				Map.of(subject, sealed), this.keys, (entry) -> {
				});
		this.jdbc.sql(CHAIN).param("subject", subject).query((row) -> {
			reader.next(JdbcAudit.entry(row, 0));
		});
		AuditReport.Fault fault = first(reader.finish(Instant.MIN), subject, seals);
		boolean known = head.isPresent() || reader.entries() > 0 || !seals.isEmpty();
		return known ? Optional.of(new Checked(reader.entries(), sealed, fault)) : Optional.empty();
	}

	private static AuditReport.@Nullable Fault first(List<AuditReport.Fault> ofChain, String subject,
			List<Seal> seals) {
		if (!ofChain.isEmpty()) {
			return ofChain.get(0);
		}
		return seals.stream()
			.filter(Seal::isBroken)
			.findFirst()
			.map((seal) -> new AuditReport.Fault(subject, seal.count(), AuditReport.Kind.NOT_AS_SEALED))
			.orElse(null);
	}

}
