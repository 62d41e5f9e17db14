package cn.ecopark.embedded;

/**
 * No data source is configured, and the embedded database is not part of this
 * application.
 */
class NoDatabase extends DatabaseFailure {

	NoDatabase() {
		super("no-database", null);
	}

}
