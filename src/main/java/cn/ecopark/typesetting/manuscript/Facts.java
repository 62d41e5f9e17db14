package cn.ecopark.typesetting.manuscript;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one document says: the values of the facts that its kind declares. All of it is
 * plain text; nothing in it is read as part of the template.
 */
public final class Facts {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

	private final Map<String, String> texts = new LinkedHashMap<>();

	private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

	private final Map<String, List<String>> lists = new LinkedHashMap<>();

	public static Facts empty() {
		return new Facts();
	}

	public Facts text(String name, String value) {
		this.texts.put(name, value);
		return this;
	}

	/** A day, written 2019年6月3日. */
	public Facts date(String name, LocalDate value) {
		return text(name, day(value));
	}

	/**
	 * @return the day as documents write it, 2019年6月3日
	 */
	public static String day(LocalDate value) {
		return DAY.format(value);
	}

	public Facts list(String name, List<String> values) {
		this.lists.put(name, List.copyOf(values));
		return this;
	}

	/**
	 * @param values the rows, each with its cells by the names of the columns
	 */
	public Facts table(String name, List<Map<String, String>> values) {
		this.rows.put(name, List.copyOf(values));
		return this;
	}

	/**
	 * @return the value as words: a list joined by 、, empty for what was not told
	 */
	public String words(String name) {
		List<String> list = this.lists.get(name);
		return list != null ? String.join("、", list) : this.texts.getOrDefault(name, "");
	}

	public List<String> items(String name) {
		return this.lists.getOrDefault(name, List.of());
	}

	public List<Map<String, String>> rows(String name) {
		return this.rows.getOrDefault(name, List.of());
	}

	/**
	 * @return everything that fact says, as it was told: its words, items or the cells of
	 * its rows
	 */
	public List<String> told(String name) {
		List<String> told = new ArrayList<>();
		if (this.texts.containsKey(name)) {
			told.add(this.texts.get(name));
		}
		told.addAll(items(name));
		rows(name).forEach((row) -> told.addAll(row.values()));
		return told;
	}

	/**
	 * @return whether nothing, or nothing but space, was told
	 */
	public boolean lacks(String name) {
		return words(name).isBlank() && items(name).isEmpty() && rows(name).isEmpty();
	}

	/**
	 * @return the facts with their example values
	 */
	public static Facts examples(List<DeclaredFact> facts) {
		Facts examples = new Facts();
		facts.forEach((fact) -> examples.example(fact));
		return examples;
	}

	private void example(DeclaredFact fact) {
		List<String> lines = fact.example().lines().filter((line) -> !line.isBlank()).toList();
		switch (fact.type()) {
			case TEXT, DATE -> text(fact.name(), fact.example().strip());
			case LIST -> list(fact.name(), lines);
			case TABLE -> table(fact.name(), lines.stream().map((line) -> row(fact, line)).toList());
		}
	}

	private static Map<String, String> row(DeclaredFact fact, String line) {
		String[] cells = line.split("\\|", -1);
		Map<String, String> row = new LinkedHashMap<>();
		for (int at = 0; at < fact.columns().size(); at++) {
			row.put(fact.columns().get(at).name(), at < cells.length ? cells[at].strip() : "");
		}
		return row;
	}

}
