package cn.ecopark.process;

import java.util.List;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseProcess;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.process.pack.CaseMessage;

/** Starts the diagrams of cases and ends them by withdrawal and closing. */
@Component
class EngineCaseProcess implements CaseProcess {

	private static final Logger LOG = LoggerFactory.getLogger(EngineCaseProcess.class);

	private static final String MESSAGE = "message";

	private final RuntimeService runtime;

	EngineCaseProcess(RuntimeService runtime) {
		this.runtime = runtime;
	}

	@Override
	public void start(EcoCase ecoCase) {
		EngineTasks.translating(() -> this.runtime.createProcessInstanceByKey(ecoCase.kind())
			.processDefinitionTenantId(ecoCase.release().toString())
			.businessKey(ecoCase.id())
			.setVariable("caseId", ecoCase.id())
			.execute());
	}

	@Override
	public void withdraw(EcoCase ecoCase) {
		end(ecoCase, CaseMessage.WITHDRAWAL.text(), "园区撤回");
	}

	@Override
	public void close(EcoCase ecoCase) {
		end(ecoCase, CaseMessage.CLOSING.text(), "办公室终止案件");
	}

	/**
	 * Lets the diagram end the case as it provides for it. Where it does not, or goes on,
	 * it is ended all the same: what a party may do is not the drawing's to say.
	 */
	private void end(EcoCase ecoCase, String message, String reason) {
		List<ProcessInstance> running = running(ecoCase);
		if (running.isEmpty()) {
			throw new NotWaiting();
		}
		if (running.stream().anyMatch(instance -> listens(instance, message))) {
			EngineTasks.translating(() -> this.runtime.createMessageCorrelation(message)
				.tenantId(ecoCase.release().toString())
				.processInstanceBusinessKey(ecoCase.id())
				.correlate());
		}
		running(ecoCase).forEach(instance -> {
			LOG.warn("The diagram of case {} does not end with {}", ecoCase.id(), message);
			EngineTasks.translating(() -> this.runtime.deleteProcessInstance(instance.getId(), reason));
		});
	}

	private boolean listens(ProcessInstance instance, String message) {
		return this.runtime.createEventSubscriptionQuery()
			.processInstanceId(instance.getId())
			.eventType(MESSAGE)
			.eventName(message)
			.count() > 0;
	}

	private List<ProcessInstance> running(EcoCase ecoCase) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(ecoCase.id(), ecoCase.kind())
			.tenantIdIn(ecoCase.release().toString())
			.rootProcessInstances()
			.list();
	}

}
