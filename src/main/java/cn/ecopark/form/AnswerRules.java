package cn.ecopark.form;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the answers to one field of a form mean beyond themselves, as the schema says it
 * in the custom properties of the field:
 * <ul>
 * <li>{@code contradicts}: {@code answer:OUTCOME,OUTCOME}, an answer with which the step
 * cannot well end like that;</li>
 * <li>{@code contradictsOthers}: {@code answer:SAID:OUTCOME,OUTCOME}, an answer that does
 * not fit what others said in the same stage, when the step ends like that;</li>
 * <li>{@code fact}: the fact of documents that the answer states; of yes and no, only yes
 * states it.</li>
 * </ul>
 * Several of one kind are parted by a semicolon.
 *
 * @param fact empty where documents do not state the answer
 */
public record AnswerRules(List<Contradiction> contradictions, String fact) {

	/** A field whose answers mean nothing beyond themselves. */
	public static final AnswerRules NONE = new AnswerRules(List.of(), "");

	/**
	 * @param said what others must have said for it to hold; empty where nobody else is
	 * needed
	 */
	public record Contradiction(String answer, String said, List<String> outcomes) {
	}

	/**
	 * @throws IllegalArgumentException naming what cannot be read
	 */
	static AnswerRules of(String contradicts, String contradictsOthers, String fact) {
		List<Contradiction> all = new java.util.ArrayList<>();
		for (String rule : parts(contradicts, ";")) {
			String[] parts = split(rule, 2);
			all.add(new Contradiction(parts[0], "", parts(parts[1], ",")));
		}
		for (String rule : parts(contradictsOthers, ";")) {
			String[] parts = split(rule, 3);
			all.add(new Contradiction(parts[0], parts[1], parts(parts[2], ",")));
		}
		return new AnswerRules(List.copyOf(all), fact);
	}

	/**
	 * @return what the answer contradicts when the step ends with that outcome
	 */
	public List<Contradiction> contradictedBy(String answer, String outcome) {
		return this.contradictions.stream()
			.filter(rule -> rule.answer().equals(answer) && rule.outcomes().contains(outcome))
			.toList();
	}

	Set<String> outcomes() {
		Set<String> outcomes = new TreeSet<>();
		this.contradictions.forEach(rule -> outcomes.addAll(rule.outcomes()));
		return outcomes;
	}

	private static String[] split(String rule, int parts) {
		String[] split = rule.split(":", -1);
		if (split.length != parts || Arrays.stream(split).anyMatch(String::isBlank)) {
			throw new IllegalArgumentException(rule);
		}
		return split;
	}

	private static List<String> parts(String text, String separator) {
		return Arrays.stream(text.split(separator)).map(String::strip).filter(part -> !part.isEmpty()).toList();
	}

}
