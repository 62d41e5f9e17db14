package cn.ecopark.process;

import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchProcess;
import cn.ecopark.batch.Batches;
import cn.ecopark.casefile.Cases;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.ObjectionProcess;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

/**
 * Starts the diagrams of batches and objections, and sends results to the parks of a
 * batch.
 */
@Component
class EngineBatchProcess implements BatchProcess, ObjectionProcess {

	private final RuntimeService runtime;

	private final Batches batches;

	private final Cases cases;

	private final RulePacks packs;

	EngineBatchProcess(RuntimeService runtime, Batches batches, Cases cases, RulePacks packs) {
		this.packs = packs;
		this.runtime = runtime;
		this.batches = batches;
		this.cases = cases;
	}

	@Override
	public void start(Batch batch) {
		start(batch.kind(), batch.release(), batch.id(), Map.of("batchId", batch.id()));
	}

	@Override
	public void deliver(String batchId, String caseId, String result) {
		ReleaseId release = this.cases.get(caseId).release();
		start(this.packs.get(release).onlyProcess(Procedure.Kind.DELIVERY), release, batchId + ":" + caseId,
				Map.of("batchId", batchId, "caseId", caseId, "batchResult", result));
	}

	@Override
	public void cancel(String batchId) {
		this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(batchId)
			.rootProcessInstances()
			.list()
			.forEach(instance -> EngineTasks
				.translating(() -> this.runtime.deleteProcessInstance(instance.getId(), "no park is left")));
	}

	@Override
	public void start(Objection objection) {
		ReleaseId release = this.cases.get(objection.caseId()).release();
		start(this.packs.get(release).onlyProcess(Procedure.Kind.OBJECTION), release, objection.id(),
				Map.of("objectionId", objection.id(), "caseId", objection.caseId()));
	}

	private void start(String process, ReleaseId release, String businessKey, Map<String, String> ids) {
		EngineTasks.translating(() -> {
			var instance = this.runtime.createProcessInstanceByKey(process)
				.processDefinitionTenantId(release.toString())
				.businessKey(businessKey);
			ids.forEach(instance::setVariable);
			instance.execute();
		});
	}

}
