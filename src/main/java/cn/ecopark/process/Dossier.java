package cn.ecopark.process;

import org.camunda.bpm.engine.delegate.VariableScope;
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
	 * @return the id its opinions, papers and trace are kept under
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
