package cn.ecopark.typesetting.manuscript;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.ecopark.typesetting.manuscript.Node.Placeholder;

/** Puts the values of one document into a template. */
final class Filling {

	private static final String DIGITS = "〇一二三四五六七八九";

	private final List<DeclaredFact> facts;

	private final Facts values;

	private final StringBuilder text = new StringBuilder();

	Filling(List<DeclaredFact> facts, Facts values) {
		this.facts = facts;
		this.values = values;
	}

	/** What is being repeated: its table, the present row or item, its number. */
	private record Repetition(DeclaredFact fact, Map<String, String> row, int number) {

		static final Repetition NONE = new Repetition(
				new DeclaredFact("", "", DeclaredFact.Type.TEXT, List.of(), true, ""), Map.of(), 0);

		boolean has(String word) {
			return this.fact.hasColumn(word);
		}

		String cell(String word) {
			return this.row.getOrDefault(this.fact.columnName(word), "");
		}

	}

	String fill(List<Node> nodes) {
		fill(nodes, Repetition.NONE);
		return this.text.toString();
	}

	private void fill(List<Node> nodes, Repetition in) {
		for (Node node : nodes) {
			if (node instanceof Node.Words words) {
				this.text.append(words.text());
			}
			else if (node instanceof Placeholder place) {
				this.text.append(Values.sheltered(value(place.name(), in)));
			}
			else if (node instanceof Node.Section section) {
				fill(section, in);
			}
		}
	}

	private String value(String word, Repetition in) {
		if (in.has(word)) {
			return in.cell(word);
		}
		return switch (word) {
			case Template.ITEM -> in.row.getOrDefault(Template.ITEM, "");
			case Template.NUMBER -> Integer.toString(in.number);
			case Template.CHINESE_NUMBER -> chinese(in.number);
			default -> fact(word).map((fact) -> this.values.words(fact.name())).orElse("");
		};
	}

	private void fill(Node.Section section, Repetition in) {
		Optional<DeclaredFact> fact = in.has(section.name()) ? Optional.empty() : fact(section.name());
		boolean lacking = fact.map((known) -> this.values.lacks(known.name()))
			.orElseGet(() -> in.cell(section.name()).isBlank());
		if (section.inverted() || lacking) {
			if (section.inverted() == lacking) {
				fill(section.nodes(), in);
			}
			return;
		}
		List<Map<String, String>> rows = fact.map(this::rows).orElse(List.of());
		for (int at = 0; at < rows.size(); at++) {
			fill(section.nodes(), new Repetition(fact.orElseThrow(), rows.get(at), at + 1));
		}
		if (rows.isEmpty()) {
			fill(section.nodes(), in);
		}
	}

	private List<Map<String, String>> rows(DeclaredFact fact) {
		return fact.type() == DeclaredFact.Type.LIST
				? this.values.items(fact.name()).stream().map((item) -> Map.of(Template.ITEM, item)).toList()
				: this.values.rows(fact.name());
	}

	private Optional<DeclaredFact> fact(String word) {
		return Template.named(word, this.facts);
	}

	/** Numbers up to 99 as headings count. */
	static String chinese(int number) {
		if (number < 10 || number > 99) {
			return number < 10 ? DIGITS.substring(number, number + 1) : Integer.toString(number);
		}
		String tens = number < 20 ? "" : chinese(number / 10);
		return tens + "十" + (number % 10 == 0 ? "" : chinese(number % 10));
	}

}
