package cn.ecopark.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Metrics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import cn.ecopark.gate.JudgingFailed.Failure;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.OutsideTransactions;

/**
 * Has files judged in processes of their own, so that a file made to hurt whoever opens
 * it hurts a process that has nothing to lose. The processes stay for the next files;
 * after a failure, and after some hundred files, a new one takes over.
 */
@Component
@EnableConfigurationProperties(GateSettings.class)
final class ProcessGate implements Gate, AutoCloseable {

	private static final long BYTES_PER_TIME = 100L << 20;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Semaphore places;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Semaphore placesOfThePublic;

	private final int filesPerProcess;

	private final Duration time;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final ConcurrentLinkedDeque<JudgingProcess> idle = new ConcurrentLinkedDeque<>();

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private volatile boolean closed;

	ProcessGate(GateSettings settings) {
		this.places = new Semaphore(settings.atOnce(), true);
		this.placesOfThePublic = new Semaphore(settings.publicAtOnce(), true);
		this.filesPerProcess = settings.filesPerProcess();
		this.time = settings.time();
	}

	@Override
	public Verdict judge(Path file, String fileName) {
		return inTurn(this.places, file, fileName);
	}

	@Override
	public Verdict judgeForThePublic(Path file, String fileName) {
		return inTurn(this.placesOfThePublic, file, fileName);
	}

	private Verdict inTurn(Semaphore turns, Path file, String fileName) {
		OutsideTransactions.require("A file is judged");
		long begun = System.nanoTime();
		String outcome = "failed";
		turns.acquireUninterruptibly();
		try {
			Verdict verdict = judge(file, fileName, longest(Files.size(file)));
			outcome = verdict.findings().isEmpty() ? "passed" : "refused";
			return verdict;
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		finally {
			turns.release();
			Metrics.timer(JUDGING, "outcome", outcome).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
		}
	}

	private Verdict judge(Path file, String fileName, Duration longest) throws IOException {
		JudgingProcess used = this.idle.pollFirst();
		if (used != null && used.isAlive()) {
			try {
				return ask(used, file, fileName, longest);
			}
			catch (JudgingFailed failed) {
				if (failed.failure() == Failure.TIME) {
					return refused(failed, longest);
				}
				// Earlier files may be to blame: a new process shows whether this one is.
			}
		}
		else if (used != null) {
			used.close();
		}
		try {
			return ask(JudgingProcess.start(), file, fileName, longest);
		}
		catch (JudgingFailed failed) {
			return refused(failed, longest);
		}
	}

	private Verdict ask(JudgingProcess process, Path file, String fileName, Duration longest) throws JudgingFailed {
		boolean again = false;
		try {
			Verdict verdict = process.judge(file, fileName, longest);
			again = !this.closed && process.judged() < this.filesPerProcess;
			return verdict;
		}
		finally {
			if (again) {
				this.idle.addFirst(process);
			}
			else {
				process.close();
			}
		}
	}

	private static Verdict refused(JudgingFailed failed, Duration longest) {
		return new Verdict(null,
				List.of(new Verdict.Finding(failed.failure().code(), List.of(String.valueOf(longest.toSeconds())))));
	}

	private Duration longest(long size) {
		return this.time.plusMillis(this.time.toMillis() * size / BYTES_PER_TIME);
	}

	@Override
	public void close() {
		this.closed = true;
		for (JudgingProcess process = this.idle.pollFirst(); process != null; process = this.idle.pollFirst()) {
			process.close();
		}
	}

}
