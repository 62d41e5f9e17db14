package cn.ecopark.rulepack;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A procedure that a park can go through, as a case of its own.
 *
 * @param process id of its diagram, kept in the case
 * @param label what it is called
 * @param about what it consists of, told before it is begun
 * @param numbering how its cases are numbered
 * @param begunBy role of who begins it: the park, or the one unit of a kind
 * @param mayStartIn names of the life statuses in which a park may begin it
 * @param parties roles of the units that take part from the beginning
 * @param needsGround whether it is begun against the park: whoever begins it says why,
 * and what the park has not handed in yet gives way to it
 * @param documents what documents call it
 * @param periodic what holds of the one that comes round every few years after naming;
 * null of all others
 */
public record KindOfCase(String process, Words label, Words about, Numbering numbering, String begunBy,
		Set<String> mayStartIn, List<String> parties, boolean needsGround, OnDocument documents,
		@Nullable Periodic periodic) {

	/**
	 * Case numbers.
	 *
	 * @param mark the character that stands in them, as in 2018-创-0001
	 * @param atOnce whether a case has its number when it is opened; others are given it
	 * by a step
	 */
	public record Numbering(String mark, boolean atOnce) {
	}

	/**
	 * Words of documents, which are Chinese.
	 *
	 * @param matter what is applied for or decided on
	 * @param letter the letter that it came in with; {@code {park}} is the park's name
	 * @param again what is said of applying again; empty where nothing is
	 */
	public record OnDocument(String matter, String letter, String again) {

		static final String PARK = "park";

		public String letterOf(String park) {
			return this.letter.replace("{" + PARK + "}", park);
		}

	}

	/**
	 * 复查.
	 *
	 * @param decision process of the joint decision whose document its result rests on
	 * @param brokenOffBy results by which it comes to nothing, so that it stays due
	 * @param cause what a document says of score and grade, both in braces, and of the
	 * year
	 */
	public record Periodic(String decision, Set<String> brokenOffBy, String cause) {

		static final String YEAR = "year";

		static final String SCORE = "score";

		static final String GRADE = "grade";

		public String cause(int year, String score, String grade) {
			return this.cause.replace("{" + YEAR + "}", String.valueOf(year))
				.replace("{" + SCORE + "}", score)
				.replace("{" + GRADE + "}", grade);
		}

	}

	/**
	 * @return whether it comes round every few years after naming, and ends with a grade
	 */
	public boolean isPeriodic() {
		return this.periodic != null;
	}

}
