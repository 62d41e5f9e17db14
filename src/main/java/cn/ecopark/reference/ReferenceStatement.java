package cn.ecopark.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import cn.ecopark.reference.ReferenceRefusals.EntryWrong;

/**
 * What an administrator says of reference data, as it was typed.
 *
 * @param token of the form; the same token twice is the same act
 * @param seen number of the last change that he has seen
 * @param words what the entry says, by the fields of its kind
 * @param from first day
 * @param reason why he says it
 */
public record ReferenceStatement(String token, long seen, List<String> words, String from, String source,
		boolean confirmed, String reason) {

	private static final int LONGEST = 200;

	private static final int LONGEST_REASON = 1000;

	private static final int LONGEST_TOKEN = 64;

	private static final int FIRST_YEAR = 1949;

	private static final int LAST_YEAR = 2199;

	public ReferenceStatement {
		words = words.stream().map(String::strip).toList();
		from = from.strip();
		source = source.strip();
		reason = reason.strip();
	}

	/** Whatever is said is said with a reason and a source. */
	void requireGrounds() {
		if (this.token.isBlank() || this.token.length() > LONGEST_TOKEN) {
			throw new EntryWrong("token", "token-missing");
		}
		EntryWrong.unless(!this.source.isEmpty(), "source", "source-missing");
		EntryWrong.unless(this.source.length() <= LONGEST, "source", "too-long", LONGEST);
		EntryWrong.unless(!this.reason.isEmpty(), "reason", "reason-missing");
		EntryWrong.unless(this.reason.length() <= LONGEST_REASON, "reason", "too-long", LONGEST_REASON);
	}

	/**
	 * @throws EntryWrong at the day when it is none that can be meant
	 */
	LocalDate day() {
		return day(this.from, "from");
	}

	static LocalDate day(String typed, String field) {
		EntryWrong.unless(!typed.isEmpty(), field, "day-missing");
		try {
			LocalDate day = LocalDate.parse(typed);
			EntryWrong.unless(day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR, field, "day-unlikely",
					FIRST_YEAR, LAST_YEAR);
			return day;
		}
		catch (DateTimeException malformed) {
			throw new EntryWrong(field, "day-malformed", typed);
		}
	}

	/**
	 * @return the text in that field, which must be there
	 */
	String word(int at) {
		String word = at < this.words.size() ? this.words.get(at) : "";
		EntryWrong.unless(!word.isEmpty(), "word" + at, "word-missing");
		EntryWrong.unless(word.length() <= LONGEST, "word" + at, "too-long", LONGEST);
		return word;
	}

}
