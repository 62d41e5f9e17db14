package cn.ecopark.process.engine;

import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.shared.LogFields;

/**
 * Lets timers and asynchronous continuations begin as every command does, with the locks
 * of the cases they may change.
 */
final class JobsLockFirst {

	private static final Set<String> OF_INSTANCES = Set.of(AsyncContinuationJobHandler.TYPE,
			ProcessEventJobHandler.TYPE, TimerCatchIntermediateEventJobHandler.TYPE,
			TimerExecuteNestedActivityJobHandler.TYPE, TimerStartEventSubprocessJobHandler.TYPE,
			TimerTaskListenerJobHandler.TYPE);

	private JobsLockFirst() {
	}

	static void in(Map<String, JobHandler> handlers, FlowObserver observer) {
		handlers.replaceAll((type, handler) -> OF_INSTANCES.contains(type) ? around(handler, observer) : handler);
	}

	@SuppressWarnings("unchecked")
	private static JobHandler<JobHandlerConfiguration> around(JobHandler<?> handler, FlowObserver observer) {
		return new LockingJobHandler((JobHandler<JobHandlerConfiguration>) handler, observer);
	}

	private record LockingJobHandler(JobHandler<JobHandlerConfiguration> handler,
			FlowObserver observer) implements JobHandler<JobHandlerConfiguration> {

		@Override
		public String getType() {
			return this.handler.getType();
		}

		@Override
		public void execute(JobHandlerConfiguration configuration, @Nullable ExecutionEntity execution,
				CommandContext context, @Nullable String tenantId) {
			try (LogFields.Stretch fields = LogFields.stretch()) {
				if (execution != null) {
					this.observer.jobBegins(execution);
				}
				this.handler.execute(configuration, execution, context, tenantId);
			}
			catch (LegalRefusal refusal) {
				if (execution != null) {
					this.observer.jobUnlawful(execution, refusal);
				}
				throw refusal;
			}
		}

		@Override
		public JobHandlerConfiguration newConfiguration(String canonical) {
			return this.handler.newConfiguration(canonical);
		}

		@Override
		public void onDelete(JobHandlerConfiguration configuration, JobEntity job) {
			this.handler.onDelete(configuration, job);
		}

	}

}
