package cn.ecopark.notice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.web.view.FileNote;
import cn.ecopark.casefile.web.FileNotes;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.PageToken;
import cn.ecopark.worklist.CompleteTask;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * An objection that is not admitted: the objector gets a document, the park learns
 * nothing.
 */
@TestPropertySource(properties = "ecopark.demonstration=true")
class ObjectionRefusalTest extends NoticeTestCase {

	@Autowired
	CompleteTask completeTask;

	@Autowired
	WorkItems workItems;

	@Autowired
	OfficialDocuments documents;

	@Autowired
	List<CaseOfficialDocuments> filesOfCases;

	@Autowired
	List<FileNotes> notes;

	@Autowired
	ObjectionAccess access;

	@Autowired
	MockMvc browser;

	@Test
	void givesTheObjectorADocumentAndKeepsItFromThePark() throws Exception {
		publish();
		Objection objection = objects(this.first, "r");
		WorkItem task = assignment(objection);
		assertThatThrownBy(() -> decides(task, " ")).isInstanceOfSatisfying(InvalidSubmission.class,
				refusal -> assertThat(refusal.errors()).containsOnlyKeys("opinion"));
		assertThat(this.documents.ofDossier(objection.id())).isEmpty();

		decides(task, "所反映的情况与本次公示的园区无关。");

		List<OfficialDocument> issued = this.documents.ofDossier(objection.id());
		assertThat(issued).singleElement().satisfies(document -> {
			assertThat(document.kind()).isEqualTo("objectionRefusal");
			assertThat(document.number()).isNotNull();
			assertThat(document.file().signatures()).isEqualTo(1);
			assertThat(document.audience()).isEqualTo(Audience.AUTHORITIES);
		});
		Actor park = this.scene.staffOf(this.first.park().unitId(), ShippedKinds.PARK);
		assertThat(this.access.mayRead(park, objection.id())).isFalse();
		assertThat(this.filesOfCases.stream().flatMap(documents -> documents.of(this.first.id(), park).stream()))
			.noneMatch(document -> document.title().contains("异议"));
		this.browser.perform(get("/objections/paper").param("receipt", objection.receiptNumber()))
			.andExpect(status().isOk())
			.andExpect(content().contentType(MediaType.APPLICATION_PDF));
		this.browser.perform(get("/objections/paper").param("receipt", "YY-2019-0001-AAAA"))
			.andExpect(status().isNotFound());
		this.browser.perform(get("/objections/paper").param("receipt", objects(this.second, "s").receiptNumber()))
			.andExpect(status().isNotFound());
	}

	/** What was filed was said as an opinion, too. */
	@Test
	void tellsTheWordsOfAnObjectionOnce() {
		publish();
		Objection objection = objects(this.first, "w");

		assertThat(this.notes.stream()
			.flatMap(notes -> notes.of(objection.id(), this.office, Locale.SIMPLIFIED_CHINESE).stream())
			.flatMap(note -> note.passages().stream())
			.map(FileNote.Passage::text)).containsOnlyOnce(objection.text());
	}

	/** One question for all of them, and still each by itself. */
	@Test
	void tellsAUnitOfTheObjectionsItHasAndOfNoOthers() {
		publish();
		Objection handled = objects(this.first, "t");
		Objection other = objects(this.second, "u");
		Actor department = this.scene.staffOf("320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY);
		this.scene.caseTask(this.first, handled.id(), "objection", "Task_Verify",
				new WorkItem.Holder("PROVINCE_ECOLOGY", department.unitId(), null, null), Purpose.ORDINARY, "VERIFIED");

		assertThat(this.access.disclosed(department, List.of(handled, other)))
			.containsEntry(handled.id(), ObjectionDisclosure.to(department.unitLevel(), true, handled.state()))
			.containsEntry(other.id(), ObjectionDisclosure.to(department.unitLevel(), false, other.state()));
		assertThat(ObjectionDisclosure.to(department.unitLevel(), true, handled.state()))
			.isNotEqualTo(ObjectionDisclosure.to(department.unitLevel(), false, other.state()));
		assertThat(this.access.mayRead(department, handled.id())).isTrue();
		assertThat(this.access.mayRead(department, other.id())).isFalse();
	}

	private void decides(WorkItem task, String reason) {
		this.completeTask.complete(task, PageToken.of(UUID.randomUUID().toString(), Map.of()),
				new FormDecision(Statement.of("NOT_ADMIT", reason)), this.office);
	}

	/** The task as the diagram describes it. */
	private WorkItem assignment(Objection objection) {
		WorkItem plain = answerTask(objection, Purpose.OBJECTION_ASSIGNMENT, "NOT_ADMIT");
		long id = this.workItems.add(new WorkItem(0, UUID.randomUUID().toString(), plain.task(), plain.subject(),
				plain.holder(), plain.createdAt(), null, null, false, null, null,
				new TaskDescription(Purpose.ORDINARY, List.of("NOT_ADMIT"), List.of(), List.of(), Audience.AUTHORITIES,
						List.of(), List.of(), null, null, false, false, List.of("NOT_ADMIT:objectionRefusal")),
				WorkItem.State.OPEN, null, null, 0));
		return this.workItems.find(id).orElseThrow();
	}

}
