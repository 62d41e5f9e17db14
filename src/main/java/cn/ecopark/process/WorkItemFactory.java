package cn.ecopark.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.form.FormVersion;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.StepLimits;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanels;

/** Makes the work list's row of a task, with all that lists will ever show of it. */
@Component
class WorkItemFactory {

	private final TaskHolders holders;

	private final StepLimits limits;

	private final StepForms forms;

	private final WorkItemSubjects subjects;

	/** The panels may need the engine, which needs this. */
	private final ObjectProvider<WorkPanels> panels;

	private final RulePacks packs;

	private final CaseTime time;

	private final Callers callers;

	WorkItemFactory(TaskHolders holders, StepLimits limits, StepForms forms, WorkItemSubjects subjects,
			ObjectProvider<WorkPanels> panels, RulePacks packs, CaseTime time, Callers callers) {
		this.callers = callers;
		this.holders = holders;
		this.limits = limits;
		this.forms = forms;
		this.subjects = subjects;
		this.panels = panels;
		this.packs = packs;
		this.time = time;
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
		String stage = this.callers.stage(task);
		FormVersion form = this.forms.of(Callers.form(task).orElse(null), ((TaskEntity) task).getTaskDefinition(),
				definition, release, description.purpose(), dossier.caseId(), stage);
		return new WorkItem(0, task.getId(),
				new WorkItem.Task(release, definition, Definitions.keyOf(definition), task.getTaskDefinitionKey(),
						task.getName(), stage),
				this.subjects.subject(dossier), this.holders.holder(role, task, dossier), this.time.now(),
				limitKey == null ? null : this.limits.lastDay(release, limitKey, dossier.caseId()), limitKey, false,
				this.subjects.said(dossier), form, undisclosed(description, release, role), WorkItem.State.OPEN, null,
				null, 0);
	}

	/** Secrecy is the law's and the pack's to say, not the drawing's. */
	private TaskDescription undisclosed(TaskDescription drawn, ReleaseId release, String role) {
		return this.panels.getObject()
			.undisclosed(drawn, Audience.valueOf(this.packs.get(release).role(role).disclosed()));
	}

}
