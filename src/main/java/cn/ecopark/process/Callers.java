package cn.ecopark.process;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.process.pack.GivenByCall;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskDescription;

/**
 * The diagrams that have called the one a token stands in: to which stage a step belongs,
 * and what the call gives to a part that several diagrams share.
 */
@Component
class Callers {

	private final RulePacks packs;

	Callers(RulePacks packs) {
		this.packs = packs;
	}

	/**
	 * @return process id of the diagram that the step belongs to: its own, or that of
	 * which it is a part
	 */
	String stage(VariableScope scope) {
		ExecutionEntity instance = execution(scope).getProcessInstance();
		RulePack pack = this.packs.get(ReleaseId.of(instance.getTenantId()));
		String process = Definitions.keyOf(instance.getProcessDefinitionId());
		while (pack.isPart(process) && instance.getSuperExecution() != null) {
			instance = instance.getSuperExecution().getProcessInstance();
			process = Definitions.keyOf(instance.getProcessDefinitionId());
		}
		return process;
	}

	/**
	 * @param limit as the diagram says it
	 * @return the limit that runs: the one that the call gives instead
	 */
	static String limit(VariableScope scope, String limit) {
		return given(scope, GivenByCall.LIMIT, limit).orElse(limit);
	}

	/**
	 * @return the form that the call gives to the step; empty where it is done with what
	 * is drawn
	 */
	static Optional<String> form(DelegateTask task) {
		return given(task, GivenByCall.FORM, task.getTaskDefinitionKey());
	}

	/**
	 * @return the step with what the call gives to it
	 */
	static TaskDescription described(DelegateTask task, TaskDescription drawn) {
		String step = task.getTaskDefinitionKey();
		return drawn.with(given(task, GivenByCall.CHOICES, step).map(TaskElements::list).orElse(drawn.choices()),
				given(task, GivenByCall.OPTIONAL_DOCUMENTS, step).map(TaskElements::list)
					.orElse(drawn.optionalDocuments()),
				given(task, GivenByCall.ISSUES, step).map(TaskElements::list).orElse(drawn.issues()));
	}

	private static Optional<String> given(VariableScope scope, GivenByCall what, String to) {
		ExecutionEntity call = execution(scope).getProcessInstance().getSuperExecution();
		return call == null ? Optional.empty()
				: TaskElements.property(call.getBpmnModelElementInstance(), what.property(to));
	}

	private static ExecutionEntity execution(VariableScope scope) {
		return scope instanceof DelegateTask task ? ((TaskEntity) task).getExecution() : (ExecutionEntity) scope;
	}

}
