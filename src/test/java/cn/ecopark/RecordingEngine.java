package cn.ecopark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchProcess;
import cn.ecopark.casefile.CaseProcess;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.DocumentsOfStep;
import cn.ecopark.notice.NoticeTimers;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.ObjectionProcess;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.StepBack;
import cn.ecopark.worklist.StepTimers;
import cn.ecopark.worklist.TakeBackRules;
import cn.ecopark.worklist.StepsToCome;
import cn.ecopark.worklist.TaskEngine;
import cn.ecopark.worklist.WorkItem;

/**
 * Stands where the engine stands for tests of one module: moves no token and remembers
 * what it was asked.
 */
public class RecordingEngine implements TaskEngine, StepBack, CaseProcess, BatchProcess, ObjectionProcess, StepTimers,
		NoticeTimers, StepsToCome {

	private final List<String> started = new ArrayList<>();

	private final List<String> cancelled = new ArrayList<>();

	private final Map<String, String> delivered = new LinkedHashMap<>();

	private final Map<String, Map<String, ?>> completed = new LinkedHashMap<>();

	private SilentWay silentWay = new SilentWay(null, false);

	private boolean stepsToCome = true;

	private int conflicts;

	/** The next calls lose against somebody quicker. */
	public void losesAgainstAnother(int times) {
		this.conflicts = times;
	}

	/** Whether the case can still come to steps of whatever role. */
	public void hasStepsToCome(boolean has) {
		this.stepsToCome = has;
	}

	@Override
	public boolean mayCome(EcoCase ecoCase, Set<String> roles) {
		return this.stepsToCome;
	}

	/** Ids of batches and objections whose process was started. */
	public List<String> started() {
		return this.started;
	}

	public List<String> cancelled() {
		return this.cancelled;
	}

	/** What was sent to a case last. */
	public Map<String, String> delivered() {
		return this.delivered;
	}

	@Override
	public void move(WorkItem item, LocalDate began, LocalDate lastDay) {
		// there are no timers
	}

	@Override
	public Optional<Instant> publish(String batchId, Instant at) {
		return Optional.empty();
	}

	@Override
	public void close(String batchId, LocalDate lastDay) {
		// there are no timers
	}

	/** Facts by engine task. */
	public Map<String, Map<String, ?>> completed() {
		return this.completed;
	}

	@Override
	public <T> T inOneGo(Supplier<T> acts) {
		return acts.get();
	}

	@Override
	public void complete(String engineTaskId, Map<String, ?> facts) {
		if (this.conflicts > 0) {
			this.conflicts--;
			throw new EngineConflict(new IllegalStateException("somebody was quicker"));
		}
		this.completed.put(engineTaskId, facts);
	}

	@Override
	public Before before(WorkItem item) {
		return new Before("", Set.of(), null, 0);
	}

	@Override
	public Way wayFrom(Before before, WorkItem item) {
		return new Way(before.instance(), null, List.of(), 0, TakeBackRules.Hindrance.NOT_PLAIN);
	}

	@Override
	public boolean standsAsLeft(Way way, WorkItem item) {
		return false;
	}

	@Override
	public void back(Way way, WorkItem item) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Map<String, List<NextHandler>> nextHandlers(WorkItem item) {
		return Map.of();
	}

	/** From now on the diagram lets that stand for an answer, or nothing. */
	public void letsSilenceStandFor(@Nullable String outcome, boolean lapsesByItself) {
		this.silentWay = new SilentWay(outcome, lapsesByItself);
	}

	@Override
	public SilentWay silentWay(WorkItem item) {
		return this.silentWay;
	}

	@Override
	public void start(EcoCase ecoCase) {
		this.started.add(ecoCase.id());
	}

	@Override
	public void withdraw(EcoCase ecoCase) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close(EcoCase ecoCase) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void start(Batch batch) {
		this.started.add(batch.id());
	}

	@Override
	public void deliver(String batchId, String caseId, String result) {
		this.delivered.put(caseId, result);
	}

	@Override
	public void cancel(String batchId) {
		this.cancelled.add(batchId);
	}

	@Override
	public void start(Objection objection) {
		this.started.add(objection.id());
	}

	/** A file without documents. */
	public static class NoDocuments implements Documents {

		@Override
		public boolean mayBeOnTheWay(String dossierId) {
			return false;
		}

		@Override
		public java.util.Optional<DocumentVersion> find(long id) {
			return java.util.Optional.empty();
		}

		@Override
		public List<DocumentVersion> versions(String dossierId, Actor reader) {
			return List.of();
		}

		@Override
		public boolean mayReadAll(String dossierId, Actor reader) {
			return true;
		}

		@Override
		public DocumentVersion get(long id, Actor reader) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Optional<DocumentVersion> newest(String dossierId, String kind) {
			return Optional.empty();
		}

		@Override
		public List<String> kindsOf(String dossierId, long workItemId) {
			return List.of();
		}

		@Override
		public List<Unsettled> unsettled(long workItemId, Actor reader) {
			return List.of();
		}

		@Override
		public DocumentsOfStep ofStep(String dossierId, long workItemId) {
			return DocumentsOfStep.NONE;
		}

		@Override
		public void dropRefused(long id, Actor actor) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void submit(long workItemId, Actor actor) {
			// there are none
		}

	}

}
