package cn.ecopark.embedded;

import java.nio.file.Path;
import java.util.Optional;

/** Another living application uses the same data. */
class DatabaseAlreadyRunning extends DatabaseFailure {

	DatabaseAlreadyRunning(Path directory, Optional<JvmIdentity> owner) {
		super("already-running", null, directory, owner.map((jvm) -> Long.toString(jvm.pid())).orElse("?"));
	}

}
