package cn.ecopark.worklist;

/** Why a proposal holds no more though nobody has sent it back. */
public enum ProposalFall {

	/** Another unit has the step. */
	HANDED_OVER,
	/** The limit of the step is over. */
	EXPIRED,
	/** The flow has taken the step away. */
	TAKEN_AWAY,
	/** The case stands still. */
	SUSPENDED,
	/** The step has another form than the one that was filled in. */
	OTHER_FORM,
	/** The documents or the text that it was about are others. */
	OTHER_TEXT

}
