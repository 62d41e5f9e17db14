package cn.ecopark.embedded;

import java.nio.file.Path;

/**
 * PostgreSQL refuses root, and this machine forbids the user namespace in which it could
 * run without that right.
 */
class RootIsForbidden extends DatabaseFailure {

	RootIsForbidden(Path directory) {
		super("root-is-forbidden", null, directory);
	}

}
