package cn.ecopark.process;

import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asserts that the tests of a class went through every element and flow of one diagram
 * and heard every reminder and overdue notice in it.
 */
final class DiagramCoverage implements BeforeAllCallback, TestInstancePostProcessor, BeforeEachCallback,
		AfterEachCallback, AfterAllCallback {

	private static final Set<String> HEARD = new TreeSet<>();

	private final ProcessTestEngine engine;

	private final String process;

	private final ProcessEngineCoverageExtension elements;

	private DiagramCoverage(ReleaseId release, String process) {
		this.engine = ProcessTestEngine.of(release);
		this.process = process;
		this.elements = ProcessEngineCoverageExtension.builder(this.engine)
			.assertClassCoverageAtLeast(1.0)
			.excludeProcessDefinitionKeys(others())
			.build();
	}

	/** A diagram of the first pack. */
	static DiagramCoverage of(String process) {
		return of(ShippedPacks.FIRST, process);
	}

	static DiagramCoverage of(ReleaseId release, String process) {
		return new DiagramCoverage(release, process);
	}

	/** A timer of a task's limit has fired. */
	static void heard(Task task, String listener) {
		HEARD
			.add(Definitions.keyOf(task.getProcessDefinitionId()) + " " + task.getTaskDefinitionKey() + " " + listener);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		HEARD.clear();
		this.elements.beforeAll(context);
	}

	@Override
	public void postProcessTestInstance(Object test, ExtensionContext context) {
		this.elements.postProcessTestInstance(test, context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.elements.beforeTestExecution(context);
	}

	/**
	 * The engine's own extension sets the clock of all engines of the JVM back; others
	 * may have moved theirs.
	 */
	@Override
	public void afterEach(ExtensionContext context) {
		long moved = ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis();
		this.elements.afterTestExecution(context);
		ClockUtil.offset(moved);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.elements.afterAll(context);
		this.engine.countNoCoverage();
		assertThat(HEARD).containsAll(listeners());
	}

	private Set<String> listeners() {
		Set<String> listeners = new TreeSet<>();
		BpmnModelInstance model = this.engine.model(this.process);
		for (UserTask task : model.getModelElementsByType(UserTask.class)) {
			TaskElements.property(task, "limit").ifPresent(limit -> {
				listeners.add(this.process + " " + task.getId() + " remind");
				boolean lapses = model.getModelElementsByType(BoundaryEvent.class)
					.stream()
					.filter(event -> event.getAttachedTo().equals(task) && event.cancelActivity())
					.anyMatch(event -> event.getRawTextContent().contains("${due_" + limit + "}"));
				if (!lapses) {
					listeners.add(this.process + " " + task.getId() + " notifyOverdue");
				}
			});
		}
		return listeners;
	}

	private String[] others() {
		return this.engine.shipped()
			.procedures()
			.keySet()
			.stream()
			.filter(key -> !key.equals(this.process))
			.toArray(String[]::new);
	}

}
