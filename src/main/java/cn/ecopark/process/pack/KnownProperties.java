package cn.ecopark.process.pack;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import cn.ecopark.process.engine.TaskElements;

/**
 * What elements of a diagram may say about themselves, and somebody reads. A name that
 * nobody reads is a slip: what it says would be lost.
 *
 * @param byElement names by the BPMN name of the element
 */
record KnownProperties(Map<String, Set<String>> byElement) {

	static final KnownProperties ALL = new KnownProperties(Map.of("process", Set.of("stage"), "userTask",
			Set.of("purpose", "outcomes", "points", "choices", "documents", "optionalDocuments", "issues", "audience",
					"secret", "verb", "limit", "silence", "batch", TaskElements.SIGNATURES),
			"serviceTask", Set.of("issues"), "endEvent", Set.of("result", TaskElements.TAKES_OVER), "callActivity",
			Set.of()));

	boolean knows(String element, String name) {
		return "callActivity".equals(element) && GivenByCall.named(name).isPresent()
				|| this.byElement.getOrDefault(element, Set.of()).contains(name);
	}

	/**
	 * @return the known name that was probably meant
	 */
	Optional<String> meantBy(String element, String name) {
		return this.byElement.getOrDefault(element, Set.of())
			.stream()
			.filter(known -> distance(known, name) <= 3 && distance(known, name) < known.length() / 2 + 1)
			.min(Comparator.comparingInt((String known) -> distance(known, name)).thenComparing(known -> known));
	}

	/** How many letters have to be changed, added or left out. */
	private static int distance(String known, String name) {
		if (Math.abs(known.length() - name.length()) > 3) {
			return Integer.MAX_VALUE;
		}
		int[] row = new int[name.length() + 1];
		for (int column = 0; column <= name.length(); column++) {
			row[column] = column;
		}
		for (int line = 1; line <= known.length(); line++) {
			int diagonal = row[0];
			row[0] = line;
			for (int column = 1; column <= name.length(); column++) {
				boolean same = Character.toLowerCase(known.charAt(line - 1)) == Character
					.toLowerCase(name.charAt(column - 1));
				int changed = diagonal + (same ? 0 : 1);
				diagonal = row[column];
				row[column] = Math.min(changed, Math.min(row[column], row[column - 1]) + 1);
			}
		}
		return row[name.length()];
	}

}
