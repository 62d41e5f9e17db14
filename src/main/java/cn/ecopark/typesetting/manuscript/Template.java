package cn.ecopark.typesetting.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import cn.ecopark.typesetting.manuscript.Node.Placeholder;

/**
 * A template of a document: words with places for values, and parts that are repeated.
 * Nothing in it is evaluated.
 */
public final class Template {

	/** The item of a list that is being repeated. */
	static final String ITEM = "本项";

	/** Its number, 1, 2, 3. */
	static final String NUMBER = "序号";

	/** Its number, 一, 二, 三. */
	static final String CHINESE_NUMBER = "汉字序号";

	private static final Set<String> OF_REPETITION = Set.of(ITEM, NUMBER, CHINESE_NUMBER);

	private final TemplateReader.Read read;

	private final String source;

	private Template(String source) {
		this.source = source;
		this.read = TemplateReader.read(source);
	}

	public static Template of(String source) {
		return new Template(source);
	}

	/**
	 * @param facts those that the kind of document declares
	 * @return what is wrong, in the order of the lines; empty when documents can be made
	 * of it
	 */
	public List<TemplateFault> faults(List<DeclaredFact> facts) {
		List<TemplateFault> faults = new ArrayList<>(this.read.faults());
		this.read.nodes().forEach((node) -> check(node, facts, List.of(), faults));
		if (this.source.lines().noneMatch((line) -> line.startsWith("标题："))) {
			faults.add(new TemplateFault(TemplateFault.Kind.NO_TITLE, 1, "标题："));
		}
		faults.sort((one, other) -> Integer.compare(one.line(), other.line()));
		return faults;
	}

	/**
	 * @param facts those that the kind of document declares
	 * @return the text with the values in their places
	 */
	public Manuscript fill(List<DeclaredFact> facts, Facts values) {
		return ManuscriptReader.read(new Filling(facts, values).fill(this.read.nodes()));
	}

	private static void check(Node node, List<DeclaredFact> facts, List<DeclaredFact> around,
			List<TemplateFault> faults) {
		if (node instanceof Placeholder place) {
			check(place, facts, around, faults);
		}
		else if (node instanceof Node.Section section) {
			Optional<DeclaredFact> fact = named(section.name(), facts);
			if (fact.isEmpty() && around.stream().noneMatch((table) -> table.hasColumn(section.name()))) {
				faults.add(new TemplateFault(TemplateFault.Kind.UNKNOWN, section.line(), section.name()));
			}
			List<DeclaredFact> inside = new ArrayList<>(around);
			fact.ifPresent(inside::add);
			section.nodes().forEach((inner) -> check(inner, facts, inside, faults));
		}
	}

	private static void check(Placeholder place, List<DeclaredFact> facts, List<DeclaredFact> around,
			List<TemplateFault> faults) {
		boolean repeated = around.stream()
			.anyMatch((fact) -> fact.hasColumn(place.name()) || OF_REPETITION.contains(place.name()));
		Optional<DeclaredFact> fact = named(place.name(), facts);
		if (!repeated && fact.isEmpty()) {
			faults.add(new TemplateFault(TemplateFault.Kind.UNKNOWN, place.line(), place.name()));
		}
		else if (!repeated && fact.get().type() == DeclaredFact.Type.TABLE) {
			faults.add(new TemplateFault(TemplateFault.Kind.TABLE_AS_WORDS, place.line(), place.name()));
		}
	}

	static Optional<DeclaredFact> named(String word, List<DeclaredFact> facts) {
		return facts.stream().filter((fact) -> fact.isCalled(word)).findFirst();
	}

}
