package cn.ecopark.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

import cn.ecopark.casefile.StepEnd;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.process.engine.FlowObserver;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.TaskEnd;

/**
 * Keeps what the flow tells, and checks at each conditional flow that its label says why
 * it is taken.
 */
final class FlowRecord implements FlowObserver {

	private final Map<String, Described> tasks = new HashMap<>();

	private final Map<String, String> results = new HashMap<>();

	private final List<String> takenAway = new ArrayList<>();

	private final List<TaskEnd> ends = new ArrayList<>();

	private final List<String> failed = new ArrayList<>();

	private final List<String> contradictions = new ArrayList<>();

	/** What the model says of a task. */
	record Described(TaskDescription description, @Nullable String limitKey) {
	}

	void forget() {
		this.tasks.clear();
		this.results.clear();
		this.takenAway.clear();
		this.ends.clear();
		this.failed.clear();
		this.contradictions.clear();
	}

	Described task(String id) {
		return this.tasks.get(id);
	}

	/**
	 * @return the result the ended instance has reached
	 */
	@Nullable String resultOf(String instanceId) {
		return this.results.get(instanceId);
	}

	/**
	 * @return keys of the tasks the flow has taken away undone
	 */
	List<String> takenAway() {
		return List.copyOf(this.takenAway);
	}

	/**
	 * @return how the tasks ended, in that order
	 */
	List<TaskEnd> ends() {
		return List.copyOf(this.ends);
	}

	/**
	 * @return elements whose jobs the engine has given up
	 */
	List<String> failed() {
		return List.copyOf(this.failed);
	}

	/**
	 * @return flows whose label does not say what their condition asks
	 */
	List<String> contradictions() {
		return List.copyOf(this.contradictions);
	}

	@Override
	public void jobBegins(DelegateExecution execution) {
		// No case is there to be locked.
	}

	@Override
	public void instanceStarted(DelegateExecution execution) {
		// starting is seen in the engine
	}

	@Override
	public void instanceEnded(DelegateExecution execution) {
		this.results.put(execution.getProcessInstanceId(), (String) execution.getVariable("stageResult"));
	}

	@Override
	public void taskCreated(DelegateTask task, TaskDescription description, @Nullable String limitKey) {
		this.tasks.put(task.getId(), new Described(description, limitKey));
	}

	@Override
	public void taskEnded(DelegateTask task, TaskEnd end) {
		if (end.as() != StepEnd.DONE) {
			this.takenAway.add(task.getTaskDefinitionKey());
		}
		this.ends.add(end);
	}

	@Override
	public void jobUnlawful(DelegateExecution execution, LegalRefusal refusal) {
		// the refusal itself is what tests ask for
	}

	@Override
	public void jobFailed(DelegateExecution execution, String element, @Nullable String fault) {
		this.failed.add(element);
	}

	@Override
	public void resultReached(DelegateExecution execution, String result) {
		((ExecutionEntity) execution).getProcessInstance().setVariable("stageResult", result);
	}

	@Override
	public void passed(DelegateExecution execution, Passage passage) {
		if (passage == Passage.TAKEN) {
			SequenceFlow flow = execution.getBpmnModelInstance()
				.getModelElementById(execution.getCurrentTransitionId());
			FlowLabels.of(ReleaseId.of(execution.getTenantId()))
				.contradiction(flow, execution.getVariables())
				.ifPresent(this.contradictions::add);
		}
	}

}
