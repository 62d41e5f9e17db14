package cn.ecopark.process;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

import cn.ecopark.shared.NodeMemory;

/**
 * Which process called which. Who called an instance never changes, nor by which diagram
 * an instance goes, so that it is asked once as long as it is looked at now and then.
 */
@Component
class LinesOfCallers {

	private static final int KEPT = 10_000;

	private final RuntimeService runtime;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final ConcurrentLruCache<String, List<Caller>> lines = new ConcurrentLruCache<>(KEPT, this::read);

	LinesOfCallers(RuntimeService runtime) {
		this.runtime = runtime;
	}

	/**
	 * An instance that called another.
	 *
	 * @param definitionId of its process
	 */
	record Caller(String instanceId, String definitionId) {
	}

	/**
	 * @return that which called the instance, that which called that, and so on up to the
	 * one that nobody called
	 */
	List<Caller> of(String instance) {
		return this.lines.get(instance);
	}

	private List<Caller> read(String instance) {
		List<Caller> line = new ArrayList<>();
		String next = instance;
		while (next != null) {
			ProcessInstance caller = this.runtime.createProcessInstanceQuery()
				.subProcessInstanceId(next)
				.singleResult();
			if (caller != null) {
				line.add(new Caller(caller.getId(), caller.getProcessDefinitionId()));
			}
			next = (caller != null) ? caller.getId() : null;
		}
		return List.copyOf(line);
	}

}
