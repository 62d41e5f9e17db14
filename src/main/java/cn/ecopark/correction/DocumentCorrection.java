package cn.ecopark.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.officialdocument.VerificationCode;

/**
 * A proposal to put an official document right.
 *
 * @param code of the document
 * @param reason for the record
 * @param mistake what is wrong, as the new document says it; empty where it is voided
 * @param issuedOn date of the new document; null where it is voided
 * @param words what the bodies that issued the document have said, the earliest first
 */
public record DocumentCorrection(long id, VerificationCode code, Act act, String reason, String mistake,
		@Nullable LocalDate issuedOn, Proposer proposer, State state, List<BodyWord> words) {

	public DocumentCorrection {
		words = List.copyOf(words);
	}

	/** What is to be done with the document. */
	public enum Act {

		/** 更正: another takes its place. */
		REPLACE,
		/** 作废: none does. */
		VOID

	}

	/** How far the proposal is. */
	public enum State {

		/** Bodies that issued the document have still to speak. */
		OPEN,
		/** Carried out. */
		DONE,
		/** A body has not agreed; nothing was changed. */
		REFUSED,
		/** Taken back by whoever proposed it. */
		TAKEN_BACK

	}

	/** Who proposed it, and when. */
	public record Proposer(long personId, String unitId, Instant at) {
	}

	/**
	 * What a body has said.
	 *
	 * @param reason empty where it agreed without one
	 */
	public record BodyWord(String unitId, String personName, boolean agrees, String reason, Instant at) {
	}

	public boolean isOpen() {
		return this.state == State.OPEN;
	}

	/**
	 * @return ids of the bodies that have agreed
	 */
	public List<String> agreed() {
		return this.words.stream().filter(BodyWord::agrees).map(BodyWord::unitId).toList();
	}

	public boolean hasSpoken(String unitId) {
		return this.words.stream().anyMatch(word -> word.unitId().equals(unitId));
	}

}
