package cn.ecopark.process;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batches;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.organisation.Audience;
import cn.ecopark.process.pack.PackForms;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItem.Said;
import cn.ecopark.worklist.WorkItem.Subject;
import cn.ecopark.worklist.WorkItem.Task;
import cn.ecopark.worklist.WorkPanels;

/** Makes the work list's row of a task, with all that lists will ever show of it. */
@Component
class WorkItemFactory {

	private final TaskHolders holders;

	private final StepLimits limits;

	private final PackForms forms;

	private final Described described;

	private final CaseTime time;

	private final Callers callers;

	WorkItemFactory(TaskHolders holders, StepLimits limits, PackForms forms, Described described, CaseTime time,
			Callers callers) {
		this.callers = callers;
		this.holders = holders;
		this.limits = limits;
		this.forms = forms;
		this.described = described;
		this.time = time;
	}

	/**
	 * Where a row takes its words from. The panels may need the engine, which needs this.
	 */
	@Component
	record Described(Cases cases, Batches batches, Opinions opinions, ObjectProvider<WorkPanels> panels,
			RulePacks packs) {
	}

	/**
	 * @param drawn what the diagram says of the step
	 * @param drawnLimit its limit there
	 */
	WorkItem item(DelegateTask task, Dossier dossier, TaskDescription drawn, @Nullable String drawnLimit) {
		TaskDescription description = Callers.described(task, drawn);
		String limitKey = drawnLimit == null ? null : Callers.limit(task, drawnLimit);
		ReleaseId release = ReleaseId.of(task.getTenantId());
		String definition = task.getProcessDefinitionId();
		String role = ((TaskEntity) task).getTaskDefinition()
			.getCandidateGroupIdExpressions()
			.iterator()
			.next()
			.getExpressionText();
		Opinion.FormVersion form = this.forms.versionOf(Callers.form(task).orElse(null),
				((TaskEntity) task).getTaskDefinition(), definition, release);
		return new WorkItem(0, task.getId(),
				new Task(release, definition, Definitions.keyOf(definition), task.getTaskDefinitionKey(),
						task.getName(), this.callers.stage(task)),
				subject(dossier), this.holders.holder(role, task, dossier), this.time.now(),
				limitKey == null ? null : this.limits.lastDay(release, limitKey, dossier.caseId()), limitKey, false,
				said(dossier), form, undisclosed(description, release, role), WorkItem.State.OPEN, null, null, 0);
	}

	/** Secrecy is the law's and the pack's to say, not the drawing's. */
	private TaskDescription undisclosed(TaskDescription drawn, ReleaseId release, String role) {
		return this.described.panels()
			.getObject()
			.undisclosed(drawn, Audience.valueOf(this.described.packs().get(release).role(role).disclosed()));
	}

	/**
	 * @return whether the case and batch that an instance names are ours; a model may
	 * name what there is not
	 */
	boolean knows(Dossier dossier) {
		String caseId = dossier.caseId();
		String batchId = dossier.batchId();
		return (caseId != null || batchId != null)
				&& (caseId == null || this.described.cases().find(caseId).isPresent())
				&& (batchId == null || this.described.batches().find(batchId).isPresent());
	}

	private Subject subject(Dossier dossier) {
		String caseId = dossier.caseId();
		if (dossier.batchId() != null) {
			return new Subject(dossier.id(), null, dossier.batchId(), null,
					this.described.batches().get(dossier.batchId()).title(), null, null, null, null);
		}
		EcoCase ecoCase = this.described.cases().get(caseId == null ? "" : caseId);
		return new Subject(dossier.id(), caseId, null, dossier.objectionId(), ecoCase.park().name(), ecoCase.number(),
				ecoCase.park().id(), ecoCase.park().kind(), ecoCase.park().provinceCode());
	}

	private @Nullable Said said(Dossier dossier) {
		Optional<Opinion> latest = this.described.opinions().last(dossier.id());
		return latest
			.map(opinion -> new Said(opinion.text(), opinion.author().unitName() + " " + opinion.author().personName(),
					opinion.at()))
			.orElse(null);
	}

}
