package cn.ecopark;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;

/**
 * Enters units, people, parks and tasks under the ids that a test has chosen, so that its
 * rows refer to something that exists. What is there already stays as it is.
 */
public final class TestRegister {

	/** What the model of a plain task says. */
	public static final String DESCRIPTION = """
			{"panel": "form", "outcomes": [], "documents": [], "optionalDocuments": [], "audience": "AUTHORITIES",
			 "pointsOn": [], "choices": [], "secret": false, "multiple": false, "issues": []}
			""";

	private final JdbcClient jdbc;

	public TestRegister(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Ids that are given later come after those a test has chosen. */
	private TestRegister counted(String table) {
		this.jdbc.sql("SELECT setval(pg_get_serial_sequence('" + table + "', 'id'), max(id)) FROM " + table)
			.query(Long.class)
			.single();
		return this;
	}

	public TestRegister province(String code) {
		this.jdbc.sql("""
				INSERT INTO province (code, name, short_name, confirmed) VALUES (:code, :code, :code, TRUE)
				ON CONFLICT DO NOTHING
				""").param("code", code).update();
		return this;
	}

	public TestRegister unit(String id, String kind) {
		UnitKind known = new ShippedKinds().kind(kind).orElseThrow();
		this.jdbc.sql(
				"INSERT INTO unit_kind (code, level, zh, en) VALUES (:code, :level, :code, :code) ON CONFLICT DO NOTHING")
			.param("code", known.code())
			.param("level", known.level().name())
			.update();
		this.jdbc.sql("INSERT INTO unit (id, kind) VALUES (:id, :kind) ON CONFLICT DO NOTHING")
			.param("id", id)
			.param("kind", kind)
			.update();
		return this;
	}

	public TestRegister person(long id) {
		this.jdbc.sql("""
				INSERT INTO person (id, sign_in_name, display_name, created_at) OVERRIDING SYSTEM VALUE
				VALUES (:id, :name, :name, now()) ON CONFLICT DO NOTHING
				""").param("id", id).param("name", "person-" + id).update();
		return counted("person");
	}

	/** A park of that unit, which is entered with it. */
	public TestRegister park(long id, String unitId, String provinceCode) {
		province(provinceCode).unit(unitId, "PARK");
		this.jdbc.sql("""
				INSERT INTO park (id, unit_id, name, kind, level, province_code, life_status) OVERRIDING SYSTEM VALUE
				VALUES (:id, :unit, :name, 'COMPREHENSIVE', '国家级经开区', :province, 'PROSPECT') ON CONFLICT DO NOTHING
				""")
			.param("id", id)
			.param("unit", unitId)
			.param("name", "园区" + id)
			.param("province", provinceCode)
			.update();
		return counted("park");
	}

	/** An open task of a dossier that nobody else knows, for what refers to some task. */
	public TestRegister task(long id, String dossierId, String unitId) {
		firstRelease();
		this.jdbc
			.sql(asItWas(this.jdbc,
					"""
							INSERT INTO work_item (id, kind, definition_id, pack, release, process_key, task_key, task_name, stage, dossier_id,
							                       title, role, unit_id, created_at, sort_due, description, state)
							OVERRIDING SYSTEM VALUE
							VALUES (:id, 'ENGINE_TASK', 'p:1', '2015-167', '2015-167.1', 'p', 'Task', '任务', 'p', :dossier, '园区', 'OFFICE', :unit,
							        '2018-01-02T09:00:00+08:00', '9999-12-31', CAST(:description AS jsonb), 'OPEN') ON CONFLICT DO NOTHING
							"""))
			.param("id", id)
			.param("dossier", dossierId)
			.param("unit", unitId)
			.param("description", DESCRIPTION)
			.update();
		return counted("work_item");
	}

	/** Which cases and tasks name; it has no files. */
	public TestRegister firstRelease() {
		if (hasReleases(this.jdbc)) {
			this.jdbc
				.sql("""
						INSERT INTO pack_release (id, pack, number, state, origin, digest, made_at, released_at)
						VALUES ('2015-167.1', '2015-167', 1, 'RELEASED', 'SHIPPED', 'test', now(), now()) ON CONFLICT DO NOTHING
						""")
				.update();
		}
		return this;
	}

	private static boolean hasReleases(JdbcClient jdbc) {
		return jdbc.sql("SELECT to_regclass('pack_release') IS NOT NULL").query(Boolean.class).single();
	}

	/**
	 * @return the statement without the release, where there are no releases yet
	 */
	static String asItWas(JdbcClient jdbc, String sql) {
		return !hasReleases(jdbc)
				? sql.replace("pack, release,", "pack,").replace("'2015-167', '2015-167.1',", "'2015-167',") : sql;
	}

}
