package cn.ecopark.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseProcess;
import cn.ecopark.casefile.EcoCase;

/** Starts the diagrams of cases and tells them of withdrawal and closing. */
@Component
class EngineCaseProcess implements CaseProcess {

	private static final String BATCH_RESULT = "Message_BatchResult";

	private final RuntimeService runtime;

	EngineCaseProcess(RuntimeService runtime) {
		this.runtime = runtime;
	}

	@Override
	public void start(EcoCase ecoCase) {
		EngineTasks.translating(() -> this.runtime.createProcessInstanceByKey(ecoCase.kind().process())
			.processDefinitionTenantId(ecoCase.pack())
			.businessKey(ecoCase.id())
			.setVariable("caseId", ecoCase.id())
			.execute());
	}

	@Override
	public void withdraw(EcoCase ecoCase) {
		tell(ecoCase, "Message_Withdraw");
	}

	@Override
	public void close(EcoCase ecoCase) {
		tell(ecoCase, "Message_CloseCase");
	}

	@Override
	public Map<String, List<String>> waitingFor(Collection<String> caseIds) {
		return caseIds.stream()
			.filter(this::waitsForBatch)
			.collect(Collectors.toMap(id -> id, id -> List.of("casefile.waiting.batch")));
	}

	private boolean waitsForBatch(String caseId) {
		return this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(caseId)
			.messageEventSubscriptionName(BATCH_RESULT)
			.count() > 0;
	}

	private void tell(EcoCase ecoCase, String message) {
		try {
			EngineTasks.translating(() -> this.runtime.createMessageCorrelation(message)
				.tenantId(ecoCase.pack())
				.processInstanceBusinessKey(ecoCase.id())
				.correlate());
		}
		catch (MismatchingMessageCorrelationException notThere) {
			throw new NotWaiting();
		}
	}

}
