package cn.ecopark.wholefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.TestRegister;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.content.ContentStore;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitName;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/** Cases with documents and opinions, and those who read them. */
@Component
class ExportStage {

	private static final String PACK = "2015-167";

	private final JdbcClient jdbc;

	private final WorkItems items;

	private final Opinions opinions;

	private final ContentStore contents;

	private final Units units;

	ExportStage(JdbcClient jdbc, WorkItems items, Opinions opinions, ContentStore contents, Units units) {
		this.jdbc = jdbc;
		this.items = items;
		this.opinions = opinions;
		this.contents = contents;
		this.units = units;
	}

	/** A case of a park in that province, under way. */
	record Staged(String id, long task, String parkUnit, String province) {

		Actor park(long person) {
			return new Actor(person, "园区经办", this.parkUnit, ShippedKinds.PARK, this.province, Set.of(MemberRole.STAFF));
		}

	}

	Staged aCase() {
		String id = "whole-" + UUID.randomUUID();
		String unit = "PARK-" + id;
		this.units.add(new Unit(unit, ShippedKinds.PARK, "320000",
				List.of(new UnitName("某园区管委会", "某园区", null, null, "测试", false))));
		new TestRegister(this.jdbc).park(Math.abs(id.hashCode()) + 100_000L, unit, "320000").person(1).person(99);
		this.jdbc
			.sql("""
					INSERT INTO eco_case (id, kind, pack, release, park_id, park_name, park_kind, park_unit_id, province_code, status,
					                      opened_at, stage, case_number)
					VALUES (:id, 'creation', :pack, :pack || '.1', :park, '苏州某工业园区', 'COMPREHENSIVE', :unit, '320000', 'OPEN',
					        '2018-01-03T10:00:00+08:00', 'application', :number)
					""")
			.param("id", id)
			.param("pack", PACK)
			.param("park", Math.abs(id.hashCode()) + 100_000L)
			.param("unit", unit)
			.param("number", "2018-创-" + id.hashCode())
			.update();
		return new Staged(id, task(id, id, "application", "Task_SubmitApplication", unit), unit, "320000");
	}

	Actor office() {
		return new Actor(person("办公室经办"), "办公室经办", "OFFICE", ShippedKinds.OFFICE, null, Set.of(MemberRole.STAFF));
	}

	Actor ministry(String unitId) {
		return new Actor(person("部里经办"), "部里经办", unitId, ShippedKinds.MINISTRY, null, Set.of(MemberRole.STAFF));
	}

	Actor province(String code) {
		return new Actor(person("省厅经办"), "省厅经办", code + "-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY, code,
				Set.of(MemberRole.STAFF));
	}

	Actor park(Staged staged) {
		return staged.park(person("园区经办"));
	}

	/**
	 * A done task of the dossier, so that opinions and documents have where they belong.
	 */
	long task(String dossierId, @Nullable String caseId, String process, String taskKey, String unitId) {
		TaskDescription description = new TaskDescription(Purpose.ORDINARY, List.of("SUBMIT"), List.of(), List.of(),
				Audience.AUTHORITIES, List.of(), List.of(), null, null, false, false, List.of());
		long id = this.items.add(new WorkItem(0, null,
				new WorkItem.Task(ShippedPacks.FIRST, process + ":1", process, taskKey, taskKey, process),
				new WorkItem.Subject(dossierId, caseId, null, null, "园区", null, null, null, null),
				new WorkItem.Holder("PARK", unitId, null, null), Instant.now(), null, null, false, null, null,
				description, WorkItem.State.OPEN, null, null, 0));
		this.items.done(id, "SUBMIT", 1, Instant.now());
		return id;
	}

	/** A document as it was handed in, its name as hostile as it may be. */
	void document(String dossierId, long task, String kind, int number, String name, String mediaType,
			Audience audience, byte[] content) {
		ContentStore.Content kept = content(content);
		this.jdbc
			.sql("""
					INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
					                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
					VALUES (:dossier, :kind, :number, :name, :type, :size, :sha256, 1, '张三', 'SOMEBODY',
					        '2018-01-04T09:00:00+08:00', :item, :audience, 'SUBMITTED', :submission)
					""")
			.param("dossier", dossierId)
			.param("kind", kind)
			.param("number", number)
			.param("name", name)
			.param("type", mediaType)
			.param("size", kept.size())
			.param("sha256", kept.sha256())
			.param("item", task)
			.param("audience", audience.name())
			.param("submission", UUID.randomUUID().toString())
			.update();
	}

	/** Keeps a content. */
	ContentStore.Content content(byte[] content) {
		try {
			return this.contents.store(new ByteArrayInputStream(content));
		}
		catch (IOException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	long opinion(String dossierId, @Nullable String caseId, String taskKey, String outcome, String text,
			Audience audience, Map<String, Object> fields) {
		return this.opinions.add(new Opinion(0, dossierId, caseId, 0,
				new Opinion.Step("application", taskKey, "审查申报材料", Purpose.ORDINARY),
				new Opinion.Author("PROVINCE_ECOLOGY", 99, "李四", "320000-ECOLOGY", "江苏省环境保护厅"), outcome, text, audience,
				false, Instant.parse("2018-01-05T02:00:00Z"), null, fields, List.of()));
	}

	/** The same person, entered as a member of the unit. */
	Actor member(Actor actor) {
		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:person, :unit, 'STAFF')")
			.param("person", actor.personId())
			.param("unit", actor.unitId())
			.update();
		return actor;
	}

	void leaves(Actor actor) {
		this.jdbc.sql("DELETE FROM membership WHERE person_id = :person").param("person", actor.personId()).update();
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	long person(String name) {
		return this.jdbc.sql("""
				INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:sign, :name, now()) RETURNING id
				""").param("sign", UUID.randomUUID().toString()).param("name", name).query(Long.class).single();
	}

}
