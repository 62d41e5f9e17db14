package cn.ecopark.gate.judging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.ecopark.gate.Verdict;

/**
 * What speaks against a file, each reason once: whoever is refused reads a few sentences
 * and not a thousand.
 */
final class Findings {

	private static final int LONGEST_ARGUMENT = 80;

	private static final int MOST = 12;

	private final Map<String, Verdict.Finding> found = new LinkedHashMap<>();

	/**
	 * @param arguments may come from the file itself: what cannot be shown is taken out,
	 * and they are cut short
	 */
	void add(String code, Object... arguments) {
		if (this.found.size() < MOST) {
			this.found.putIfAbsent(code, new Verdict.Finding(code, words(arguments)));
		}
	}

	boolean has(String code) {
		return this.found.containsKey(code);
	}

	boolean hasAny(Collection<String> codes) {
		return codes.stream().anyMatch(this::has);
	}

	boolean isEmpty() {
		return this.found.isEmpty();
	}

	List<Verdict.Finding> all() {
		return List.copyOf(this.found.values());
	}

	private static List<String> words(Object... arguments) {
		List<String> words = new ArrayList<>();
		for (Object argument : arguments) {
			String word = String.valueOf(argument).replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]", "");
			words.add(word.length() > LONGEST_ARGUMENT ? word.substring(0, LONGEST_ARGUMENT) + "…" : word);
		}
		return words;
	}

}
