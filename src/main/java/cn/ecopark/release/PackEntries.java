package cn.ecopark.release;

import java.util.Map;

/**
 * Takes the files of one format apart into what two releases of a pack can be compared
 * by; implemented where the format is known.
 */
public interface PackEntries {

	/**
	 * @return whether files of that path have this format
	 */
	boolean reads(String path);

	/**
	 * @return the entries of the file by what names them; empty when it cannot be read
	 */
	Map<String, Entry> of(String content);

	/**
	 * Something in a file that has a name of its own: a limit, a task, a field.
	 *
	 * @param label what an official calls it; empty where it has no such name
	 * @param values what is said of it, by property
	 */
	record Entry(String label, Map<String, String> values) {
	}

}
