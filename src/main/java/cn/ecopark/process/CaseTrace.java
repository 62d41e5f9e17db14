package cn.ecopark.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;

/** 走过的路: the nodes and flows a dossier has gone through. */
@Component
class CaseTrace {

	private static final String INSERT = """
			INSERT INTO case_trace (dossier_id, process_instance_id, definition_id, process_key, element_id, kind, at)
			SELECT dossier, instance, definition, process, element, kind, at
			  FROM unnest(CAST(:dossiers AS text[]), CAST(:instances AS text[]), CAST(:definitions AS text[]),
			              CAST(:processes AS text[]), CAST(:elements AS text[]), CAST(:kinds AS text[]),
			              CAST(:moments AS timestamptz[]))
			       WITH ORDINALITY AS passed (dossier, instance, definition, process, element, kind, at, place)
			 ORDER BY place
			""";

	private final JdbcClient jdbc;

	private final CaseTime time;

	CaseTrace(JdbcClient jdbc, CaseTime time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** One passage. */
	record Passage(String processInstanceId, String definitionId, String processKey, String elementId, String kind,
			Instant at) {
	}

	/**
	 * What the present transaction has passed; set aside with it, kept when it commits.
	 */
	private final class Passed implements TransactionSynchronization {

		private final List<String> dossiers = new ArrayList<>();

		private final List<Passage> passages = new ArrayList<>();

		private void add(String dossierId, Passage passage) {
			this.dossiers.add(dossierId);
			this.passages.add(passage);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			keep();
		}

		@Override
		public void afterCommit() {
			if (!this.passages.isEmpty()) {
				throw new IllegalStateException("A transaction has ended without its trace: " + this.passages);
			}
		}

		private void keep() {
			if (this.passages.isEmpty()) {
				return;
			}
			CaseTrace.this.jdbc.sql(INSERT)
				.param("dossiers", this.dossiers.toArray(String[]::new))
				.param("instances", texts(Passage::processInstanceId))
				.param("definitions", texts(Passage::definitionId))
				.param("processes", texts(Passage::processKey))
				.param("elements", texts(Passage::elementId))
				.param("kinds", texts(Passage::kind))
				.param("moments", texts(passage -> passage.at().toString()))
				.update();
			this.dossiers.clear();
			this.passages.clear();
		}

		private String[] texts(Function<Passage, String> part) {
			return this.passages.stream().map(part).toArray(String[]::new);
		}

	}

	/**
	 * Notes that an instance goes over an element now. All that a transaction passes is
	 * written together.
	 */
	void passed(String dossierId, String processInstanceId, String definitionId, String elementId, String kind) {
		Passage passage = new Passage(processInstanceId, definitionId, Definitions.keyOf(definitionId), elementId, kind,
				this.time.now());
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			present().orElseGet(this::begin).add(dossierId, passage);
		}
		else {
			Passed alone = new Passed();
			alone.add(dossierId, passage);
			alone.keep();
		}
	}

	private Passed begin() {
		Passed begun = new Passed();
		TransactionSynchronizationManager.registerSynchronization(begun);
		return begun;
	}

	private static Optional<Passed> present() {
		return TransactionSynchronizationManager.isSynchronizationActive()
				? TransactionSynchronizationManager.getSynchronizations()
					.stream()
					.filter(Passed.class::isInstance)
					.map(Passed.class::cast)
					.findFirst()
				: Optional.empty();
	}

	/**
	 * @return the newest passage of the dossier; 0 where there is none
	 */
	long last(String dossierId) {
		present().ifPresent(Passed::keep);
		return this.jdbc.sql("SELECT coalesce(max(id), 0) FROM case_trace WHERE dossier_id = :dossier")
			.param("dossier", dossierId)
			.query(Long.class)
			.single();
	}

	/**
	 * @param from id after which they come
	 * @return the passages of the dossier since then in the order they happened
	 */
	List<Passage> since(String dossierId, long from) {
		present().ifPresent(Passed::keep);
		return this.jdbc.sql("SELECT * FROM case_trace WHERE dossier_id = :dossier AND id > :from ORDER BY id")
			.param("dossier", dossierId)
			.param("from", from)
			.query((row, number) -> new Passage(row.getString("process_instance_id"), row.getString("definition_id"),
					row.getString("process_key"), row.getString("element_id"), row.getString("kind"),
					JdbcTime.instant(row, "at")))
			.list();
	}

	/**
	 * @return every passage of the dossier in the order they happened
	 */
	List<Passage> of(String dossierId) {
		present().ifPresent(Passed::keep);
		return ReadOnce.list(this, "of", dossierId, () -> since(dossierId, 0));
	}

}
