package cn.ecopark.casefile;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first lock of every command and of every job: the cases it may change, in the order
 * of their ids. Work items, batches, notices and the chains of the audit are locked after
 * them, so that nobody waits in a circle.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseLocks {

	private static final String LOCK = """
			SELECT id FROM eco_case WHERE id IN (:cases) ORDER BY id FOR NO KEY UPDATE
			""";

	private final JdbcClient jdbc;

	private final ObjectProvider<DossierCases> dossiers;

	CaseLocks(JdbcClient jdbc, ObjectProvider<DossierCases> dossiers) {
		this.jdbc = jdbc;
		this.dossiers = dossiers;
	}

	/** Locks those cases until the transaction ends; unknown ones are left out. */
	public void lock(Collection<String> caseIds) {
		if (!caseIds.isEmpty()) {
			this.jdbc.sql(LOCK).param("cases", caseIds).query(String.class).list();
		}
	}

	/**
	 * Locks the cases a decision in that dossier may change.
	 * @param caseId the case it is about; {@code null} where it is about several
	 */
	public void lockDossier(@Nullable String caseId, String dossierId) {
		lock(caseId != null ? List.of(caseId)
				: this.dossiers.stream().flatMap(module -> module.casesOf(dossierId).stream()).toList());
	}

}
