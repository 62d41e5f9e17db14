package cn.ecopark.process.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Tells of jobs the engine has given up, beside the engine's own handler, which keeps the
 * incident.
 */
final class FailedJobs implements IncidentHandler {

	private final FlowObserver observer;

	FailedJobs(FlowObserver observer) {
		this.observer = observer;
	}

	@Override
	public String getIncidentHandlerType() {
		return Incident.FAILED_JOB_HANDLER_TYPE;
	}

	/** A job of no instance, as the engine's own upkeep, is about no dossier. */
	@Override
	public @Nullable Incident handleIncident(IncidentContext context, @Nullable String message) {
		ExecutionEntity execution = context.getExecutionId() == null ? null
				: Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
		String element = context.getActivityId() == null ? context.getFailedActivityId() : context.getActivityId();
		if (execution != null && element != null) {
			this.observer.jobFailed(execution, element, message);
		}
		return null;
	}

	@Override
	public void resolveIncident(IncidentContext context) {
		// what the job does then is told as it happens
	}

	@Override
	public void deleteIncident(IncidentContext context) {
		// the instance has gone on or ended, which is told as it happens
	}

}
