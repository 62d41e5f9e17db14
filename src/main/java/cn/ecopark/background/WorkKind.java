package cn.ecopark.background;

import java.util.regex.Pattern;

/**
 * What is to be done with a key. Its name stands in the database, so it is not changed
 * without a migration.
 */
public record WorkKind(String name) {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");

	public WorkKind {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("Not the name of a kind of work: " + name);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
