package cn.ecopark.worklist;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a proposal was about. Whoever signs decides on the same.
 *
 * @param form digest of the form of the step; empty without one
 * @param documents kinds and digests of the documents that lay there or were handed in
 * with it
 * @param text what else is decided on, for instance the digest of a joint text
 */
public record ProposalBasis(String form, List<String> documents, String text) {

	/**
	 * @return why what was proposed on that basis holds no more on this; null when it
	 * holds
	 */
	@Nullable ProposalFall differsFrom(ProposalBasis now) {
		if (!this.form.equals(now.form)) {
			return ProposalFall.OTHER_FORM;
		}
		return this.documents.equals(now.documents) && this.text.equals(now.text) ? null : ProposalFall.OTHER_TEXT;
	}

}
