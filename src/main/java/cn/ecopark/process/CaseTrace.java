package cn.ecopark.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.RowCallbackHandler;
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
			RETURNING dossier_id, id
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
	 * It knows what it has kept.
	 */
	private final class Passed implements TransactionSynchronization {

		private final List<String> dossiers = new ArrayList<>();

		private final List<Passage> passages = new ArrayList<>();

		private final Map<String, Long> newest = new HashMap<>();

		private int kept;

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
			if (this.kept < this.passages.size()) {
				throw new IllegalStateException("A transaction has ended without its trace: " + this.passages);
			}
		}

		private void keep() {
			if (this.kept == this.passages.size()) {
				return;
			}
			CaseTrace.this.jdbc.sql(INSERT)
				.param("dossiers", this.dossiers.subList(this.kept, this.dossiers.size()).toArray(String[]::new))
				.param("instances", texts(Passage::processInstanceId))
				.param("definitions", texts(Passage::definitionId))
				.param("processes", texts(Passage::processKey))
				.param("elements", texts(Passage::elementId))
				.param("kinds", texts(Passage::kind))
				.param("moments", texts(passage -> passage.at().toString()))
				.query((RowCallbackHandler) row -> this.newest.merge(row.getString("dossier_id"), row.getLong("id"),
						Math::max));
			this.kept = this.passages.size();
		}

		private List<Passage> of(String dossierId) {
			return IntStream.range(0, this.passages.size())
				.filter(at -> this.dossiers.get(at).equals(dossierId))
				.mapToObj(this.passages::get)
				.toList();
		}

		private String[] texts(Function<Passage, String> part) {
			return this.passages.stream().skip(this.kept).map(part).toArray(String[]::new);
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
		return present().map(passed -> passed.newest.get(dossierId))
			.orElseGet(() -> this.jdbc.sql("SELECT coalesce(max(id), 0) FROM case_trace WHERE dossier_id = :dossier")
				.param("dossier", dossierId)
				.query(Long.class)
				.single());
	}

	/**
	 * @return what the present transaction has passed so far in the dossier, in the order
	 * it happened
	 */
	static List<Passage> passedNow(String dossierId) {
		return present().map(passed -> passed.of(dossierId)).orElse(List.of());
	}

	/**
	 * @return every passage of the dossier in the order they happened
	 */
	List<Passage> of(String dossierId) {
		present().ifPresent(Passed::keep);
		return ReadOnce.list(this, "of", dossierId,
				() -> this.jdbc.sql("SELECT * FROM case_trace WHERE dossier_id = :dossier ORDER BY id")
					.param("dossier", dossierId)
					.query((row, number) -> new Passage(row.getString("process_instance_id"),
							row.getString("definition_id"), row.getString("process_key"), row.getString("element_id"),
							row.getString("kind"), JdbcTime.instant(row, "at")))
					.list());
	}

}
