package cn.ecopark.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * 公示: which parks are to be approved, laid before the public.
 *
 * @param batchId its batch, whose parks it lists; also its own id
 * @param contacts ways of objecting by key, in the order of the form
 * @param publicationDay its first day, which is not counted
 * @param closesOn its last day, open until 24:00
 */
public record PublicNotice(String batchId, String title, String intro, Map<String, String> contacts,
		LocalDate publicationDay, LocalDate closesOn, State state, @Nullable Instant publishedAt,
		@Nullable Instant closedAt) {

	/** Where it stands. */
	public enum State {

		/** Being prepared; nobody outside sees it. */
		DRAFT,
		/** Before the public. */
		PUBLISHED,
		/** Its period is over. */
		CLOSED

	}

	/**
	 * @return the same in other words
	 */
	PublicNotice saying(String words, String introduction) {
		return new PublicNotice(this.batchId, words, introduction, this.contacts, this.publicationDay, this.closesOn,
				this.state, this.publishedAt, this.closedAt);
	}

	public boolean isPublic() {
		return this.state != State.DRAFT;
	}

	/**
	 * @return whether an objection that came in on that day came in time
	 */
	public boolean isOpenOn(LocalDate day) {
		return isPublic() && !day.isBefore(this.publicationDay) && !day.isAfter(this.closesOn);
	}

}
