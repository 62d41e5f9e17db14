package cn.ecopark.audit;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator in words why the application does not start. */
class AuditFailureAnalyzer extends AbstractFailureAnalyzer<AuditFailure> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AuditFailure cause) {
		String problem = "audit.failure." + cause.problem();
		return new FailureAnalysis(AuditWords.say(problem + ".description", cause.arguments()),
				AuditWords.say(problem + ".action", cause.arguments()), cause);
	}

}
