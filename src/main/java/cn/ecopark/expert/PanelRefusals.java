package cn.ecopark.expert;

import cn.ecopark.shared.Refusal;

/** Why a command on a panel is refused. */
public final class PanelRefusals {

	private PanelRefusals() {
	}

	/** The case is in no stage that a panel with a leader works on. */
	public static final class NoPanel extends Refusal {

		public NoPanel() {
			super("panel.none");
		}

	}

	/** Only the Office changes who leads a panel. */
	public static final class NotTheOffices extends Refusal {

		public NotTheOffices() {
			super("panel.not-office");
		}

	}

	/** Whoever was named cannot lead the panel. */
	public static final class CannotLead extends Refusal {

		public CannotLead() {
			super("panel.cannot-lead");
		}

	}

}
