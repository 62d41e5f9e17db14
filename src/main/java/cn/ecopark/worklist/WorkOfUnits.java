package cn.ecopark.worklist;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.organisation.UnitDuties;
import cn.ecopark.shared.Texts;

/** What is open for a unit: its steps, and the cases in which it takes part. */
@Component
class WorkOfUnits implements UnitDuties {

	private static final String STEPS = """
			SELECT * FROM work_item WHERE state = 'OPEN' AND unit_id = :unit ORDER BY coalesce(case_id, dossier_id), id
			""";

	private static final String CASES = """
			SELECT c.id, c.park_name FROM eco_case c
			 WHERE c.status <> 'CLOSED' AND EXISTS (SELECT FROM case_party p WHERE p.case_id = c.id AND p.unit_id = :unit)
			 ORDER BY c.id
			""";

	private final JdbcClient jdbc;

	private final WorkItemMapper mapper;

	private final Texts texts;

	WorkOfUnits(JdbcClient jdbc, JsonMapper json, Texts texts) {
		this.jdbc = jdbc;
		this.mapper = new WorkItemMapper(json);
		this.texts = texts;
	}

	private record OpenCase(String id, String parkName) {
	}

	@Override
	@Transactional(readOnly = true)
	public List<Duty> of(String unitId) {
		List<WorkItem> steps = steps(unitId);
		Set<String> told = new LinkedHashSet<>(steps.stream().map(item -> item.subject().dossierId()).toList());
		return Stream.concat(
				steps.stream()
					.map(item -> new Duty(words("worklist.duty.step", item.subject().title(), item.task().name()),
							isJoint(item))),
				cases(unitId).stream()
					.filter(one -> !told.contains(one.id()))
					.map(one -> new Duty(words("worklist.duty.party", one.parkName()), false)))
			.toList();
	}

	/**
	 * @return ids of the cases, and of other dossiers, in which something of the unit can
	 * pass to another one
	 */
	List<String> dossiers(String unitId) {
		return Stream
			.concat(cases(unitId).stream().map(OpenCase::id),
					steps(unitId).stream().filter(item -> !isJoint(item)).map(item -> item.subject().dossierId()))
			.distinct()
			.toList();
	}

	/** In a joint decision each body acts for itself, and nobody for it. */
	static boolean isJoint(WorkItem item) {
		return item.subject().caseId() == null && item.subject().batchId() != null;
	}

	private List<WorkItem> steps(String unitId) {
		return this.jdbc.sql(STEPS).param("unit", unitId).query(this.mapper).list();
	}

	private List<OpenCase> cases(String unitId) {
		return this.jdbc.sql(CASES).param("unit", unitId).query(OpenCase.class).list();
	}

	private String words(String key, Object... arguments) {
		return this.texts.in(LocaleContextHolder.getLocale(), key, arguments);
	}

}
