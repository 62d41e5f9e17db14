package cn.ecopark.shared;

import java.util.Set;

/**
 * Something was changed in the database that nodes keep in memory. Each node is told
 * after the commit, the one that made the change too.
 *
 * @param topics what was changed; all of them when the node could not be told for a while
 */
public record Change(Set<Topic> topics) {

	/** What nodes keep. Triggers of the database name it. */
	public enum Topic {

		/** Working days. */
		CALENDAR,
		/** Units with their names, provinces and cities. */
		UNITS,
		/** What became of accounts, and what their holders have taken note of. */
		ACCOUNTS,
		/** Titles, releases of packs. */
		REFERENCE,
		/** What a published notice shows. */
		NOTICES

	}

	static Change of(String topic) {
		return new Change(Set.of(Topic.valueOf(topic)));
	}

	static Change ofAnything() {
		return new Change(Set.of(Topic.values()));
	}

	public boolean isOf(Topic topic) {
		return this.topics.contains(topic);
	}

}
