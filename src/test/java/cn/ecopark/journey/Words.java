package cn.ecopark.journey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Document;

/**
 * Words that stand nowhere else, what they were entered as, and who must find them where.
 */
final class Words {

	/** What whoever looks into an objection sees as the Office does. */
	private static final Set<String> OF_OBJECTIONS = Set.of("objection", "objection-note", "finding",
			"objection-answer");

	private final VisibilityTable table = VisibilityTable.read();

	private final List<Word> entered = new ArrayList<>();

	/** Who has an objection to look into. */
	private final Set<String> handlers = new LinkedHashSet<>();

	private final Set<String> looked = new LinkedHashSet<>();

	/**
	 * Where a word must be found by whoever sees it; nobody else may find it anywhere.
	 */
	enum Place {

		CASE, BATCH

	}

	/** One word; when it may be seen by more, its moment changes. */
	static final class Word {

		private final String text;

		private final String matter;

		private final String author;

		private final String field;

		private String place;

		private String moment;

		private Word(String text, String matter, String moment, String author, String field, String place) {
			this.text = text;
			this.matter = matter;
			this.moment = moment;
			this.author = author;
			this.field = field;
			this.place = place;
		}

		@Override
		public String toString() {
			return this.text + " (" + this.matter + ", " + this.moment + ", by " + this.author + " in " + this.field
					+ ")";
		}

	}

	/**
	 * @param place the park or batch on whose pages it must be found by whoever sees it;
	 * nobody else may find it anywhere
	 */
	String enter(String matter, String moment, String author, String field, String place) {
		String text = "寻觅之词%04d号（虚构）".formatted(this.entered.size() + 1);
		this.entered.add(new Word(text, matter, moment, author, field, place));
		return text;
	}

	/** From now on he has an objection to look into. */
	void handles(String name) {
		this.handlers.add(name);
	}

	/** From now on more may see what was entered as that. */
	void now(String matter, String moment) {
		this.entered.stream().filter(word -> word.matter.equals(matter)).forEach(word -> word.moment = moment);
	}

	/** From now on more may see it, and those find it on other pages. */
	void now(String matter, String moment, String place) {
		now(matter, moment);
		this.entered.stream().filter(word -> word.matter.equals(matter)).forEach(word -> word.place = place);
	}

	/**
	 * @param name who reads
	 * @param place whose words must stand on the page; empty where none need to
	 * @return what is wrong with the page
	 */
	List<String> faults(String name, Document page, String place) {
		String text = page.text() + page.select("textarea").eachText() + page.select("input").eachAttr("value");
		List<String> faults = new ArrayList<>();
		for (Word word : this.entered) {
			boolean own = isOwn(name, word) || this.handlers.contains(name) && OF_OBJECTIONS.contains(word.matter);
			boolean sees = own || this.table.sees(reader(name), word.matter, word.moment);
			boolean there = text.contains(word.text);
			if (place.equals(word.place)) {
				this.looked.add(VisibilityTable.key(word.matter, word.moment) + " / " + (sees ? "yes" : "no"));
			}
			if (there && !sees) {
				faults.add(name + " must not see " + word + " on " + page.location());
			}
			if (!there && sees && place.equals(word.place)) {
				faults.add(name + " must see " + word + " on " + page.location());
			}
		}
		return faults;
	}

	/** Of a unit everybody is the author; of experts each for himself. */
	private static boolean isOwn(String name, Word word) {
		return word.author.equals(name) || !name.startsWith("expert") && unit(word.author).equals(unit(name));
	}

	private static String unit(String name) {
		return name.replaceAll("\\.(staff|supervisor|one|two)$", "");
	}

	static String reader(String name) {
		if (name.equals("public")) {
			return "public";
		}
		if (name.startsWith("expert")) {
			return "expert";
		}
		if (name.startsWith("office")) {
			return "office";
		}
		if (name.startsWith("craes")) {
			return "technical";
		}
		return name.matches("(mee|mofcom|most)\\..*") ? "ministry" : name.endsWith(".staff") ? "park" : "province";
	}

	/**
	 * @return rows of the table that no word has tried, for whoever sees and for whoever
	 * does not
	 */
	List<String> neverTried() {
		return this.table.all()
			.stream()
			.filter(row -> this.looked.stream().noneMatch(tried -> tried.startsWith(row + " /")))
			.toList();
	}

}
