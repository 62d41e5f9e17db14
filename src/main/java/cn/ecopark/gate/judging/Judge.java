package cn.ecopark.gate.judging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import cn.ecopark.gate.Verdict;
import cn.ecopark.gate.Wire;

/**
 * The process that judges: reads from its standard input which file is next, and writes
 * the verdict to its standard output, until the input ends.
 */
public final class Judge {

	private Judge() {
	}

	public static void main(String[] arguments) {
		Logger.getLogger("").setLevel(Level.OFF);
		try {
			serve(new DataInputStream(new FileInputStream(FileDescriptor.in)),
					new DataOutputStream(new FileOutputStream(FileDescriptor.out)));
		}
		catch (OutOfMemoryError exhausted) {
			Runtime.getRuntime().halt(Wire.OUT_OF_MEMORY);
		}
		catch (IOException parentIsGone) {
			Runtime.getRuntime().halt(1);
		}
	}

	private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
		System.setOut(System.err);
		Wire.writeReady(out);
		while (true) {
			String path;
			try {
				path = in.readUTF();
			}
			catch (EOFException end) {
				return;
			}
			Verdict verdict = FileJudge.judge(Path.of(path), in.readUTF());
			Wire.writeVerdict(out, verdict);
		}
	}

}
