package cn.ecopark.rulepack;

import org.jspecify.annotations.Nullable;

/**
 * A symbolic role of the diagrams.
 *
 * @param shortLabel what all who hold it are called where there is little room
 * @param resolve how it becomes a unit or a person
 * @param unitKind name of the kind of unit that holds it; null where persons hold it, or
 * whoever has given an order
 * @param advises whether its holder raises points but does not send the case back;
 * whoever is advised decides on them
 * @param disclosed how widely what its holder says may be shown at most: the name of an
 * audience
 * @param exchangeable whether another unit of the same kind may take its holder's place
 * @param ordersRectification whether its holder looks himself at the result of a
 * rectification that he has asked for; otherwise the Office does
 */
public record Role(String code, String label, String englishLabel, String shortLabel, String englishShortLabel,
		Resolve resolve, @Nullable String unitKind, boolean advises, String disclosed, boolean exchangeable,
		boolean ordersRectification) {

	/** How a role becomes units or persons. */
	public enum Resolve {

		/** The unit of its kind among the parties of the case. */
		PARTY(true),
		/** The one unit of its kind. */
		KIND(true),
		/** The units of its kind that decide jointly on the day. */
		DECISION(true),
		/** The experts on the panel of the stage, each for himself. */
		EXPERTS(false),
		/** All who sit on that panel, experts and bodies, each for himself. */
		PANEL(false),
		/** The leader of the panel of the stage. */
		LEADER(false),
		/** Who has ordered the rectification. */
		ORDERER(false);

		private final boolean byKind;

		Resolve(boolean byKind) {
			this.byKind = byKind;
		}

		/**
		 * @return whether those who hold it answer each for himself, not for a unit
		 */
		public boolean isOfPersons() {
			return this == EXPERTS || this == PANEL || this == LEADER;
		}

		/**
		 * @return whether a kind of unit says who holds it
		 */
		public boolean isByKind() {
			return this.byKind;
		}

	}

}
