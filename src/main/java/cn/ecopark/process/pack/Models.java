package cn.ecopark.process.pack;

import java.util.Map;
import java.util.Set;

/**
 * What one file of a pack may refer to in the others.
 *
 * @param diagrams those that could be read
 * @param names process ids of all diagrams, also of those that could not be read
 * @param forms schemas by form id
 */
record Models(Diagrams diagrams, Set<String> names, Map<String, String> forms) {

	boolean knowsDiagram(String process) {
		return this.names.contains(process);
	}

}
