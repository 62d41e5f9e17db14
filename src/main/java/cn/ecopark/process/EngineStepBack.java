package cn.ecopark.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.process.engine.FlowObserver;
import cn.ecopark.worklist.StepBack;
import cn.ecopark.worklist.TakeBackRules.Hindrance;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.WorkItem;

/** Lets a flow go a step back by the engine's own modification of an instance. */
@Component
class EngineStepBack implements StepBack {

	private static final String OUTCOME = "_outcome";

	private final RuntimeService runtime;

	private final CommandExecutor commands;

	private final HistoryService history;

	private final DeployedModels models;

	private final CaseTrace trace;

	EngineStepBack(ProcessEngine engine, DeployedModels models, CaseTrace trace) {
		this.history = engine.getHistoryService();
		this.runtime = engine.getRuntimeService();
		this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
			.getCommandExecutorTxRequired();
		this.models = models;
		this.trace = trace;
	}

	@Override
	public Before before(WorkItem item) {
		TaskEntity task = this.commands
			.execute(context -> context.getTaskManager().findTaskById(String.valueOf(item.engineTaskId())));
		if (task == null) {
			throw new TaskAlreadyDone();
		}
		String instance = task.getProcessInstanceId();
		return new Before(instance, activities(instance), outcome(instance, item),
				CaseTrace.passedNow(item.subject().dossierId()).size());
	}

	@Override
	public Way wayFrom(Before before, WorkItem item) {
		String dossier = item.subject().dossierId();
		List<WayBackRules.Met> met = CaseTrace.passedNow(dossier)
			.stream()
			.skip(before.passed())
			.map(this::met)
			.toList();
		Activity task = (Activity) element(item.task().definitionId(), item.task().taskKey());
		long traced = this.trace.last(dossier);
		Optional<Hindrance> bar = WayBackRules.bar(task, met);
		if (bar.isPresent()) {
			return new Way(before.instance(), before.outcome(), List.of(), traced, bar.get());
		}
		Set<String> now = activities(before.instance());
		List<String> arose = now.stream().filter(id -> !before.activities().contains(id)).toList();
		long ended = before.activities().stream().filter(id -> !now.contains(id)).count();
		return new Way(before.instance(), before.outcome(), arose, traced,
				ended == 1 && !arose.isEmpty() ? null : Hindrance.ENDED);
	}

	@Override
	public boolean standsAsLeft(Way way, WorkItem item) {
		return this.trace.last(item.subject().dossierId()) == way.traced()
				&& activities(way.instance()).containsAll(way.arose());
	}

	@Override
	public void back(Way way, WorkItem item) {
		String fact = item.task().taskKey() + OUTCOME;
		EngineTasks.translating(() -> {
			if (way.outcomeBefore() == null) {
				this.runtime.removeVariable(way.instance(), fact);
			}
			else {
				this.runtime.setVariable(way.instance(), fact, way.outcomeBefore());
			}
			ProcessInstanceModificationBuilder back = this.runtime.createProcessInstanceModification(way.instance());
			way.arose().forEach(back::cancelActivityInstance);
			back.startBeforeActivity(item.task().taskKey()).execute();
		});
	}

	/**
	 * Those of the instance itself; there are none when it has ended. The history tells
	 * with one query what the tree of the runtime takes four for.
	 */
	private Set<String> activities(String instance) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(instance)
			.unfinished()
			.list()
			.stream()
			.filter(activity -> instance.equals(activity.getParentActivityInstanceId()))
			.map(HistoricActivityInstance::getId)
			.collect(Collectors.toSet());
	}

	/** With all variables of the instance, which the engine reads anyway. */
	private @Nullable String outcome(String instance, WorkItem item) {
		Object outcome = this.runtime.getVariableLocal(instance, item.task().taskKey() + OUTCOME);
		return outcome == null ? null : outcome.toString();
	}

	private WayBackRules.Met met(CaseTrace.Passage passage) {
		return new WayBackRules.Met(element(passage.definitionId(), passage.elementId()),
				FlowObserver.Passage.ENTERED.name().equals(passage.kind()));
	}

	private FlowElement element(String definitionId, String id) {
		return this.models.model(definitionId).getModelElementById(id);
	}

}
