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
		/** Does not, and is not asked again. */
		DECLINED,
		/** Has not answered until the limit, and so does not; may be asked again. */
		SILENT,
		/** Sat on it until it was formed anew without him. */
		RELEASED

	}

	boolean hasDeclined() {
		return this.invitation == Invitation.DECLINED;
	}

	public boolean hasAccepted() {
		return this.invitation == Invitation.ACCEPTED;
	}

}
