package cn.ecopark.gate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a process beside the server does: it reads from its standard input which file is
 * next, and writes the answer to its standard output, until the input ends.
 */
public final class SideWork {

	private SideWork() {
	}

	/** Does the work for one file. */
	public interface Answer {

		/**
		 * @param in has what else is asked about the file
		 */
		void write(String path, DataInputStream in, DataOutputStream out) throws IOException;

	}

	/** Returns when the input ends; the process ends where memory does, or the server. */
	public static void run(Answer answer) {
		Logger.getLogger("").setLevel(Level.OFF);
		try {
			serve(new DataInputStream(new FileInputStream(FileDescriptor.in)),
					new DataOutputStream(new FileOutputStream(FileDescriptor.out)), answer);
		}
		catch (OutOfMemoryError exhausted) {
			Runtime.getRuntime().halt(Wire.OUT_OF_MEMORY);
		}
		catch (IOException parentIsGone) {
			Runtime.getRuntime().halt(1);
		}
	}

	private static void serve(DataInputStream in, DataOutputStream out, Answer answer) throws IOException {
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
			answer.write(path, in, out);
		}
	}

}
