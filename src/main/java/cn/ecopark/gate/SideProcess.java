package cn.ecopark.gate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import cn.ecopark.shared.OutsideTransactions;

/**
 * A process of ours that opens files we do not trust. It has its own memory, a folder of
 * the few classes it needs and nothing of our environment, and ends when its input ends,
 * thus at the latest together with us.
 */
final class SideProcess implements AutoCloseable {

	private static final Duration LONGEST_START = Duration.ofMinutes(1);

	private static final Duration LONGEST_END = Duration.ofSeconds(10);

	private static final List<String> OPTIONS = List.of("-Xms16m", "-XX:MaxMetaspaceSize=96m",
			"-XX:MaxDirectMemorySize=16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
			"-XX:+DisplayVMOutputToStderr", "-XX:-UsePerfData", "-Xshare:auto", "-Djava.awt.headless=true",
			"-Dfile.encoding=UTF-8");

	private final JudgeFolder folder;

	private final Process process;

	private final DataOutputStream questions;

	private final DataInputStream answers;

	private SideProcess(JudgeFolder folder, Process process) {
		this.folder = folder;
		this.process = process;
		this.questions = new DataOutputStream(process.getOutputStream());
		this.answers = new DataInputStream(process.getInputStream());
	}

	/**
	 * What is to run.
	 *
	 * @param main the class that runs
	 * @param libraries each that it needs, by one class in it
	 * @param heap its memory, as Java is told
	 */
	record Program(String main, List<Class<?>> libraries, String heap) {
	}

	/**
	 * @throws IOException if there can be no such process, which says nothing of any file
	 */
	static SideProcess start(Program program) throws IOException {
		OutsideTransactions.require("A process is started");
		JudgeFolder folder = JudgeFolder.make(program.libraries());
		SideProcess started;
		try {
			started = new SideProcess(folder, launch(folder, program));
		}
		catch (IOException failed) {
			folder.delete();
			throw failed;
		}
		try (Limit limit = started.limit(LONGEST_START)) {
			Wire.readReady(started.answers);
			return started;
		}
		catch (IOException failed) {
			started.close();
			throw new IOException("The process of " + program.main() + " does not start", failed);
		}
	}

	private static Process launch(JudgeFolder folder, Program program) throws IOException {
		ProcessBuilder builder = new ProcessBuilder();
		builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		builder.command().add("-Xmx" + program.heap());
		builder.command().addAll(OPTIONS);
		builder.command()
			.addAll(List.of("-Djava.io.tmpdir=" + folder.path(), "-Duser.home=" + folder.path(), "-cp",
					folder.classPath(), program.main()));
		Map<String, String> environment = builder.environment();
		environment.clear();
		// Without it a path with Chinese in it cannot be opened.
		environment.put("LC_ALL", "C.UTF-8");
		return builder.directory(folder.path().toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

	DataOutputStream questions() {
		OutsideTransactions.require("A process is asked");
		return this.questions;
	}

	DataInputStream answers() {
		return this.answers;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * @return how it ended; empty where it has not, or nobody waits for it
	 */
	OptionalInt exit() {
		try {
			return this.process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)
					? OptionalInt.of(this.process.exitValue()) : OptionalInt.empty();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return OptionalInt.empty();
		}
	}

	/**
	 * @param longest that it may work from now on
	 */
	Limit limit(Duration longest) {
		return new Limit(this.process, longest);
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		this.process.onExit()
			.orTimeout(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)
			.handle((ended, late) -> null)
			.join();
		try {
			this.folder.delete();
		}
		catch (IOException kept) {
			// A folder of temporary files that stays is the worst there is to it.
		}
	}

	/**
	 * Ends the process when its time is over: that in which it works, since one that
	 * waits for its turn says nothing of the file.
	 */
	static final class Limit implements AutoCloseable {

		/** Times as long as it may work. */
		private static final int PATIENCE = 10;

		private final AtomicBoolean done = new AtomicBoolean();

		private volatile boolean over;

		private final Process process;

		private final Duration longest;

		private final Duration worked;

		private final long began = System.nanoTime();

		Limit(Process process, Duration longest) {
			this.process = process;
			this.longest = longest;
			this.worked = worked();
			lookAfter(longest);
		}

		private void lookAfter(Duration pause) {
			CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS).execute(this::look);
		}

		private void look() {
			Duration left = left();
			if (left.compareTo(Duration.ZERO) > 0 && !this.done.get()) {
				lookAfter(left.plusMillis(1));
			}
			else if (this.done.compareAndSet(false, true)) {
				this.over = true;
				this.process.destroyForcibly();
			}
		}

		/** On a busy computer it gets more time, but not without end. */
		private Duration left() {
			Duration passed = Duration.ofNanos(System.nanoTime() - this.began);
			Duration patience = this.longest.multipliedBy(PATIENCE).minus(passed);
			Duration now = worked();
			Duration work = now.isZero() ? this.longest.minus(passed) : this.longest.minus(now.minus(this.worked));
			return (work.compareTo(patience) < 0) ? work : patience;
		}

		/**
		 * @return zero where the system does not tell
		 */
		private Duration worked() {
			return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
		}

		boolean isOver() {
			return this.over;
		}

		@Override
		public void close() {
			this.done.set(true);
		}

	}

}
