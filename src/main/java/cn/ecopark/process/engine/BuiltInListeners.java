package cn.ecopark.process.engine;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.TaskEnd;

/**
 * Gives every diagram its built-in listeners, so that no model has to name them and none
 * can leave them out.
 */
public final class BuiltInListeners extends AbstractBpmnParseListener {

	private final FlowObserver observer;

	public BuiltInListeners(FlowObserver observer) {
		this.observer = observer;
	}

	@Override
	public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
		for (ProcessDefinitionEntity definition : definitions) {
			definition.addBuiltInListener(ExecutionListener.EVENTNAME_START,
					(ExecutionListener) this.observer::instanceStarted);
			definition.addBuiltInListener(ExecutionListener.EVENTNAME_END,
					(ExecutionListener) this.observer::instanceEnded);
			trace(definition);
		}
	}

	@Override
	public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		boolean multiple = element.element("multiInstanceLoopCharacteristics") != null;
		Map<String, String> properties = TaskElements.properties(element);
		TaskDescription description = TaskElements.describe(properties, multiple);
		String limit = properties.get("limit");
		TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE,
				(TaskListener) task -> this.observer.taskCreated(task, description, limit));
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE,
				(TaskListener) task -> this.observer.taskEnded(task, TaskEnd.DONE));
		definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE,
				(TaskListener) task -> this.observer.taskEnded(task, EndOfTask.of(task)));
	}

	@Override
	public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
		Map<String, String> properties = TaskElements.properties(element);
		String result = properties.get("result");
		String takenOver = properties.get(TaskElements.TAKES_OVER);
		if (result != null) {
			activity.addBuiltInListener(ExecutionListener.EVENTNAME_START,
					(ExecutionListener) execution -> this.observer.resultReached(execution, result));
		}
		else if (takenOver != null) {
			activity.addBuiltInListener(ExecutionListener.EVENTNAME_START,
					(ExecutionListener) execution -> this.observer.resultReached(execution,
							(String) execution.getVariable(takenOver)));
		}
	}

	private void trace(ScopeImpl scope) {
		for (ActivityImpl activity : scope.getActivities()) {
			activity.addBuiltInListener(ExecutionListener.EVENTNAME_START,
					(ExecutionListener) execution -> this.observer.passed(execution, FlowObserver.Passage.ENTERED));
			activity.addBuiltInListener(ExecutionListener.EVENTNAME_END,
					(ExecutionListener) execution -> this.observer.passed(execution, FlowObserver.Passage.LEFT));
			activity.getOutgoingTransitions()
				.forEach(transition -> ((TransitionImpl) transition).addListener(ExecutionListener.EVENTNAME_TAKE,
						(ExecutionListener) execution -> this.observer.passed(execution, FlowObserver.Passage.TAKEN)));
			trace(activity);
		}
	}

}
