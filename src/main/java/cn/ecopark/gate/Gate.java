package cn.ecopark.gate;

import java.nio.file.Path;

/**
 * Judges a file before anybody else may open it. What is hostile, broken or not of a type
 * that is taken is found by what the file holds, never by what it is called.
 */
public interface Gate {

	/** How long judging takes, by how it came out; the wait for a place included. */
	String JUDGING = "ecopark.gate.judging";

	/**
	 * @param file complete, on disk; not changed
	 * @param fileName what it was called by whoever handed it in
	 */
	Verdict judge(Path file, String fileName);

	/**
	 * The same for what anybody may send: it has places of its own, so that neither waits
	 * for the other.
	 */
	Verdict judgeForThePublic(Path file, String fileName);

}
