package cn.ecopark.process;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

import cn.ecopark.shared.NodeMemory;

/**
 * Which process called which. Who called an instance never changes, so that it is asked
 * once as long as it is looked at now and then.
 */
@Component
class LinesOfCallers {

	private static final int KEPT = 10_000;

	private final RuntimeService runtime;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final ConcurrentLruCache<String, List<String>> lines = new ConcurrentLruCache<>(KEPT, this::read);

	LinesOfCallers(RuntimeService runtime) {
		this.runtime = runtime;
	}

	/**
	 * @return the instance itself, that which called it, and so on up to the one that
	 * nobody called
	 */
	List<String> of(String instance) {
		return this.lines.get(instance);
	}

	private List<String> read(String instance) {
		List<String> line = new ArrayList<>();
		String next = instance;
		while (next != null) {
			line.add(next);
			ProcessInstance caller = this.runtime.createProcessInstanceQuery()
				.subProcessInstanceId(next)
				.singleResult();
			next = (caller != null) ? caller.getId() : null;
		}
		return List.copyOf(line);
	}

}
