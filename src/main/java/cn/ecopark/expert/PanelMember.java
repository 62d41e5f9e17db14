package cn.ecopark.expert;

/**
 * An expert on a panel.
 *
 * @param leader whether the expert is its 组长
 */
public record PanelMember(long personId, boolean leader, Invitation invitation) {

	/** How the expert answered. */
	public enum Invitation {

		/** Has not answered yet. */
		PENDING,
		/** Sits on the panel. */
		ACCEPTED,
		/** Does not; silence until the limit counts as well. */
		DECLINED

	}

	public boolean hasAccepted() {
		return this.invitation == Invitation.ACCEPTED;
	}

}
