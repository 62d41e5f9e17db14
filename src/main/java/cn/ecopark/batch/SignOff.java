package cn.ecopark.batch;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinion;

/**
 * 会签: a ballot as a signature in full, with opinion, name, whole date, 代 where a deputy
 * signs, and the text it is under (公文处理工作条例 22).
 *
 * @param opinion with which the ballot was cast
 * @param draft the draft that lay before the body, by what drafts there were; null where
 * none was recorded
 * @param stands whether the signed text is the one that lies before the bodies now; a
 * ballot of before texts were recorded stands
 */
public record SignOff(Ballot ballot, Opinion opinion, @Nullable Draft draft, boolean stands) {

	/** Digits of a digest that tell texts apart and can be compared by eye. */
	private static final int DIGITS = 8;

	/**
	 * A text that the Office has laid before the bodies.
	 *
	 * @param number 1 for the first one
	 */
	public record Draft(int number, LocalDate draftedOn) {
	}

	/**
	 * @param given all opinions of the batch, those with which texts were drafted among
	 * them
	 */
	static SignOff of(Batch batch, Ballot ballot, Opinion opinion, List<Opinion> given) {
		String text = ballot.textDigest();
		return new SignOff(ballot, opinion, text.isEmpty() ? null : draftBefore(ballot, given),
				text.isEmpty() || text.equals(batch.textDigest()));
	}

	/** What was drafted last before the ballot was cast. */
	private static @Nullable Draft draftBefore(Ballot ballot, List<Opinion> given) {
		List<Opinion> before = given.stream()
			.filter(opinion -> JointText.isDraft(opinion.step().purpose()) && opinion.id() < ballot.opinionId())
			.sorted(Comparator.comparing(Opinion::id))
			.toList();
		return before.isEmpty() ? null
				: new Draft(before.size(), LocalDate.ofInstant(before.get(before.size() - 1).at(), CaseTime.ZONE));
	}

	/** The day on which it was signed. */
	public LocalDate on() {
		return LocalDate.ofInstant(this.ballot.at(), CaseTime.ZONE);
	}

	/**
	 * @return what was written about the park; what was written about the whole where
	 * nothing was
	 */
	public String words() {
		return this.ballot.reason().isBlank() ? this.opinion.text() : this.ballot.reason();
	}

	/**
	 * @return the first digits of the digest of the signed text; empty where it was not
	 * recorded
	 */
	public String checkDigits() {
		return this.ballot.textDigest().substring(0, Math.min(DIGITS, this.ballot.textDigest().length()));
	}

}
