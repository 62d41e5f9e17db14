package cn.ecopark.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.RandomAccessRead;

import cn.ecopark.gate.JudgingFailed.Failure;

/** A process that judges one file after the other. */
final class JudgingProcess implements AutoCloseable {

	private static final SideProcess.Program JUDGE = new SideProcess.Program("cn.ecopark.gate.judging.Judge",
			List.of(COSBase.class, RandomAccessRead.class, BoundingBox.class, LogFactory.class), "256m");

	/** Exit codes after the signals that end us together with all we have started. */
	private static final Set<Integer> TOLD_TO_END = Set.of(129, 130, 143);

	private final SideProcess process;

	private int judged;

	private JudgingProcess(SideProcess process) {
		this.process = process;
	}

	/**
	 * @throws IOException if there can be no such process, which says nothing of any file
	 */
	static JudgingProcess start() throws IOException {
		return new JudgingProcess(SideProcess.start(JUDGE));
	}

	/**
	 * @throws JudgingFailed if there is no verdict; this process must not be asked again
	 */
	Verdict judge(Path file, String fileName, Duration longest) throws JudgingFailed {
		this.judged++;
		SideProcess.Limit limit = this.process.limit(longest);
		try (limit) {
			Wire.writeFile(this.process.questions(), file, fileName);
			return Wire.readVerdict(this.process.answers());
		}
		catch (IOException noAnswer) {
			throw new JudgingFailed(limit.isOver() ? Failure.TIME : failure(), noAnswer);
		}
	}

	int judged() {
		return this.judged;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	private Failure failure() {
		OptionalInt exit = this.process.exit();
		if (exit.isPresent() && TOLD_TO_END.contains(exit.getAsInt())) {
			throw new IllegalStateException("The judge was told to end, no file is to blame");
		}
		return exit.isPresent() && exit.getAsInt() == Wire.OUT_OF_MEMORY ? Failure.MEMORY : Failure.DEATH;
	}

	@Override
	public void close() {
		this.process.close();
	}

}
