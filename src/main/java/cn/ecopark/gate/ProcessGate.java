package cn.ecopark.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import cn.ecopark.gate.JudgingProcess.Failed;
import cn.ecopark.gate.JudgingProcess.Failure;
import cn.ecopark.gate.Verdict.Finding;

/**
 * Has files judged in processes of their own, so that a file made to hurt whoever opens
 * it hurts a process that has nothing to lose. The processes stay for the next files;
 * after a failure, and after some hundred files, a new one takes over.
 */
@Component
final class ProcessGate implements Gate, AutoCloseable {

	private static final Duration BASE = Duration.ofSeconds(10);

	private static final long BYTES_PER_BASE = 100L << 20;

	private final Semaphore places;

	private final int filesPerProcess;

	private final ConcurrentLinkedDeque<JudgingProcess> idle = new ConcurrentLinkedDeque<>();

	private volatile boolean closed;

	ProcessGate(@Value("${ecopark.gate.at-once:2}") int atOnce,
			@Value("${ecopark.gate.files-per-process:500}") int filesPerProcess) {
		this.places = new Semaphore(atOnce, true);
		this.filesPerProcess = filesPerProcess;
	}

	@Override
	public Verdict judge(Path file, String fileName) {
		this.places.acquireUninterruptibly();
		try {
			return judge(file, fileName, longest(Files.size(file)));
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		finally {
			this.places.release();
		}
	}

	private Verdict judge(Path file, String fileName, Duration longest) throws IOException {
		JudgingProcess used = this.idle.pollFirst();
		if (used != null && used.isAlive()) {
			try {
				return ask(used, file, fileName, longest);
			}
			catch (Failed failed) {
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
		catch (Failed failed) {
			return refused(failed, longest);
		}
	}

	private Verdict ask(JudgingProcess process, Path file, String fileName, Duration longest) throws Failed {
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

	private static Verdict refused(Failed failed, Duration longest) {
		return new Verdict(null,
				List.of(new Finding(failed.failure().code(), List.of(String.valueOf(longest.toSeconds())))));
	}

	static Duration longest(long size) {
		return BASE.plusMillis(BASE.toMillis() * size / BYTES_PER_BASE);
	}

	@Override
	public void close() {
		this.closed = true;
		for (JudgingProcess process = this.idle.pollFirst(); process != null; process = this.idle.pollFirst()) {
			process.close();
		}
	}

}
