package cn.ecopark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * What an instance is about, by its variables: ids only.
 *
 * @param caseId the case, also of an objection
 */
record Dossier(@Nullable String caseId, @Nullable String batchId, @Nullable String objectionId) {

	static Dossier of(VariableScope scope) {
		return new Dossier((String) scope.getVariable("caseId"), (String) scope.getVariable("batchId"),
				(String) scope.getVariable("objectionId"));
	}

	/**
	 * As {@link #of}, held against the business key under which a command started the
	 * whole flow; ids with legal effect come from here.
	 * @throws IllegalStateException when a variable names something else
	 */
	static Dossier verified(DelegateExecution execution) {
		Dossier dossier = of(execution);
		String key = rootKey((ExecutionEntity) execution);
		if (!dossier.isKnownAs(key)) {
			throw new IllegalStateException("The flow " + key + " claims to be about " + dossier);
		}
		return dossier;
	}

	private static @Nullable String rootKey(ExecutionEntity execution) {
		ExecutionEntity instance = execution.getProcessInstance();
		while (instance.getSuperExecution() != null) {
			instance = instance.getSuperExecution().getProcessInstance();
		}
		return instance.getBusinessKey();
	}

	private boolean isKnownAs(@Nullable String key) {
		return key != null && (key.equals(id()) || key.equals(this.batchId + ":" + this.caseId));
	}

	/**
	 * @return the id its opinions, documents and trace are kept under
	 */
	String id() {
		String id = this.objectionId != null ? this.objectionId : this.batchId != null ? this.batchId : this.caseId;
		if (id == null) {
			throw new IllegalStateException("An instance without case, batch or objection");
		}
		return id;
	}

	/**
	 * @return the case, when the instance is one of a case itself and not of a batch or
	 * objection about it
	 */
	@Nullable String ownCaseId() {
		return this.batchId == null && this.objectionId == null ? this.caseId : null;
	}

}
