package cn.ecopark;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.casefile.CaseWay;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.IssuedDecisions;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.dossier.Documents;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.PageToken;
import cn.ecopark.worklist.CompleteTask;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/**
 * Sets the scene for tests of what happens between cases: parks with open cases, people
 * who act, tasks that wait.
 */
@TestConfiguration(proxyBeanMethods = false)
public class CaseStage {

	private static final String PACK = "2015-167";

	@Bean
	@Primary
	RecordingEngine recordingEngine() {
		return new RecordingEngine();
	}

	@Bean
	@Primary
	Documents noDocuments() {
		return new RecordingEngine.NoDocuments();
	}

	/** Where no module issues documents, none is issued. */
	@Bean
	@Fallback
	IssuedDecisions noDecisions() {
		return caseId -> Optional.empty();
	}

	/** Nobody has a diagram to show the way in. */
	@Bean
	@Primary
	CaseWay noWay() {
		return new CaseWay() {
			@Override
			public Optional<Model> model(String caseId) {
				return Optional.empty();
			}

			@Override
			public List<Step> steps(String caseId) {
				return List.of();
			}
		};
	}

	@Bean
	Scene scene(JdbcClient jdbc, Parks parks, OpenCase openCase, Desk desk, CaseTime time) {
		return new Scene(jdbc, parks, openCase, desk, time);
	}

	@Bean
	Desk deskOfTheScene(WorkItems items, CompleteTask completeTask) {
		return new Desk(items, completeTask);
	}

	/** Where tasks come from and are done. */
	public record Desk(WorkItems items, CompleteTask completeTask) {
	}

	/** Builds what a test begins with. */
	public static class Scene {

		private final JdbcClient jdbc;

		private final Parks parks;

		private final OpenCase openCase;

		private final Desk desk;

		private final CaseTime time;

		Scene(JdbcClient jdbc, Parks parks, OpenCase openCase, Desk desk, CaseTime time) {
			this.jdbc = jdbc;
			this.parks = parks;
			this.openCase = openCase;
			this.desk = desk;
			this.time = time;
		}

		/** It is that moment in China. */
		public void itIs(String moment) {
			CaseTimes.begin(this.jdbc, this.time, LocalDateTime.parse(moment).atZone(CaseTime.ZONE).toInstant());
		}

		/** Somebody of that unit. */
		public Actor staffOf(String unitId, UnitKind kind) {
			return new Actor(person("经办人"), "经办人", unitId, kind, null, Set.of(MemberRole.STAFF));
		}

		public Actor office() {
			return staffOf("OFFICE", ShippedKinds.OFFICE);
		}

		public Actor ministry(String unitId) {
			return staffOf(unitId, ShippedKinds.MINISTRY);
		}

		/** An open creation case of a new park in Jiangsu. */
		public EcoCase openCase() {
			Park park = this.parks
				.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
			Actor actor = staffOf(park.unitId(), ShippedKinds.PARK);
			return this.openCase.open("creation", park.id(), actor);
		}

		/**
		 * The case's task of being composed into that batch; everything that has to come
		 * before is on record.
		 */
		public WorkItem waitsFor(String batch, EcoCase ecoCase) {
			WorkItem item = waitsWithoutRecord(batch, ecoCase);
			new PastSteps(this.jdbc, this.time).before(batch, ecoCase, person("前手"), item.id());
			return item;
		}

		/** The same, and nothing is on record of what has to come before. */
		public WorkItem waitsWithoutRecord(String batch, EcoCase ecoCase) {
			return add(task("Task_Compose", "编入批次", "creation", ecoCase.release()), ofCase(ecoCase),
					new WorkItem.Holder("OFFICE", "OFFICE", null, null),
					new TaskDescription(Purpose.COMPOSITION, List.of("COMPOSED"), List.of(), List.of(),
							Audience.AUTHORITIES, List.of(), List.of(), null, batch, false, false, List.of()));
		}

		/** A task of a batch. */
		public WorkItem batchTask(String batchId, String taskKey, String unitId, Purpose purpose, String outcome,
				String... choices) {
			return add(task(taskKey, taskKey, "batch", ShippedPacks.FIRST),
					new WorkItem.Subject(batchId, null, batchId, null, "批次", null, null, null, null),
					new WorkItem.Holder("ROLE", unitId, null, null),
					new TaskDescription(purpose, List.of(outcome), List.of(), List.of(), Audience.AUTHORITIES,
							List.of(), List.of(choices), null, null, false, false, List.of()));
		}

		/** A task of a case or of an objection to it. */
		public WorkItem caseTask(EcoCase ecoCase, @Nullable String objectionId, String process, String taskKey,
				WorkItem.Holder holder, Purpose purpose, String... outcomes) {
			WorkItem.Subject subject = ofCase(ecoCase);
			WorkItem.Subject about = objectionId == null ? subject
					: new WorkItem.Subject(objectionId, ecoCase.id(), null, objectionId, subject.title(), null,
							subject.parkId(), subject.parkKind(), subject.provinceCode());
			return add(task(taskKey, taskKey, process, ecoCase.release()), about, holder,
					new TaskDescription(purpose, List.of(outcomes), List.of(), List.of(), Audience.AUTHORITIES,
							List.of(), List.of(), null, null, false, false, List.of()));
		}

		public void does(Actor actor, WorkItem item, Decision decision) {
			this.desk.completeTask()
				.complete(item, PageToken.of(UUID.randomUUID().toString(), Map.of()), decision, actor);
		}

		/** States fields of a form as the last opinion of a step, without a schema. */
		public void states(Actor actor, String dossierId, WorkItem item, String outcome, String fields) {
			this.jdbc
				.sql("""
						INSERT INTO opinion (dossier_id, case_id, work_item_id, stage, task_key, step, purpose, role, person_id,
						                     person_name, unit_id, unit_name, outcome, text, audience, at, form_data)
						VALUES (:dossier, NULL, :item, '', :task, '', :purpose, '', :person, '', :unit, '', :outcome, '', 'PUBLIC', :at,
						        CAST(:fields AS jsonb))
						""")
				.param("dossier", dossierId)
				.param("item", item.id())
				.param("purpose", item.description().purpose().name())
				.param("task", item.task().taskKey())
				.param("person", actor.personId())
				.param("unit", actor.unitId())
				.param("outcome", outcome)
				.param("at", this.time.now().atOffset(java.time.ZoneOffset.UTC))
				.param("fields", fields)
				.update();
		}

		/** An expert of the pool. */
		public long expert(String name, String employer) {
			long id = person(name);
			this.jdbc
				.sql("INSERT INTO expert (person_id, field, employer, title) VALUES (:id, '环境管理', :employer, '教授')")
				.param("id", id)
				.param("employer", employer)
				.update();
			this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:id, 'EXPERTS', 'EXPERT')")
				.param("id", id)
				.update();
			return id;
		}

		private long person(String name) {
			return this.jdbc
				.sql("""
						INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:sign, :name, now()) RETURNING id
						""")
				.param("sign", UUID.randomUUID().toString())
				.param("name", name)
				.query(Long.class)
				.single();
		}

		private WorkItem add(WorkItem.Task task, WorkItem.Subject subject, WorkItem.Holder holder,
				TaskDescription description) {
			Instant now = this.time.now();
			long id = this.desk.items()
				.add(new WorkItem(0, UUID.randomUUID().toString(), task, subject, holder, now, null, null, false, null,
						null, description, WorkItem.State.OPEN, null, null, 0));
			return this.desk.items().find(id).orElseThrow();
		}

		private static WorkItem.Task task(String key, String name, String process, ReleaseId release) {
			return new WorkItem.Task(release, process + ":1", process, key, name, process);
		}

		private static WorkItem.Subject ofCase(EcoCase ecoCase) {
			return new WorkItem.Subject(ecoCase.id(), ecoCase.id(), null, null, ecoCase.park().name(), ecoCase.number(),
					ecoCase.park().id(), ecoCase.park().kind(), ecoCase.park().provinceCode());
		}

	}

}
