package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** What the work list asks of the engine that holds the tokens. */
public interface TaskEngine {

	/**
	 * Completes the task in the running transaction and moves the token on to the next
	 * waiting points.
	 * @param facts gateway facts, by variable name
	 * @throws EngineConflict when a sibling changed the same instance at the same moment;
	 * a retry may succeed
	 * @throws TaskRefusals.TaskAlreadyDone when the task is no longer there
	 */
	void complete(String engineTaskId, Map<String, ?> facts);

	/**
	 * Does what asks the engine and what lets it act in one go, so that it reads
	 * everything once. What has been changed can be asked for only afterwards.
	 * @throws EngineConflict as {@link #complete}
	 */
	<T> T inOneGo(Supplier<T> acts);

	/**
	 * @return for each outcome of the task, who would act next, before anyone decides
	 */
	Map<String, List<NextHandler>> nextHandlers(WorkItem item);

	/**
	 * @return how the diagram lets the task be left when nobody answers
	 */
	SilentWay silentWay(WorkItem item);

	/**
	 * How a task may be left without an answer.
	 *
	 * @param outcome what the diagram lets stand for silence; null where it draws no such
	 * way
	 * @param lapsesByItself whether a timer drawn at the task takes it away
	 */
	record SilentWay(@Nullable String outcome, boolean lapsesByItself) {
	}

	/**
	 * Who acts next.
	 *
	 * @param step the next step, or how the dossier ends
	 * @param role symbolic role of the step; without one the dossier ends here or goes on
	 * by itself
	 * @param limitKey limit of the step
	 */
	record NextHandler(String step, @Nullable String role, @Nullable String limitKey, boolean ends) {
	}

	/** Two people changed one instance at the same moment. */
	final class EngineConflict extends ConcurrencyFailureException {

		public EngineConflict(Throwable cause) {
			super("The flow was changed at the same moment", cause);
		}

	}

}
