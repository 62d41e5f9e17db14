package cn.ecopark.officialdocument;

import java.time.LocalDate;

import cn.ecopark.officialdocument.Reissue.Mistake;

/**
 * What follows from an official document that is put right; answered by each module that
 * keeps something that rests on documents. What is refused here is not carried out.
 */
public interface DocumentConsequences {

	/**
	 * @param issuedOn the date it is to bear
	 * @throws cn.ecopark.shared.Refusal when something that rests on it cannot follow
	 */
	default void requireReplaceable(OfficialDocument document, LocalDate issuedOn) {
		// Most of what follows can always follow.
	}

	/**
	 * @throws cn.ecopark.shared.Refusal when something rests on it that cannot be without
	 */
	default void requireVoidable(OfficialDocument document) {
		// Most of what rests on a document can be without it.
	}

	/** Another document has taken its place. */
	void replaced(OfficialDocument wrong, OfficialDocument by, Mistake mistake);

	/** It holds no longer, and nothing has taken its place. */
	void voided(OfficialDocument document, String reason);

}
