package cn.ecopark.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --worklist-check} says whether work list and engine agree (exit status 1 if
 * not); {@code --worklist-rebuild} mends it. Both end the program.
 */
@Component
class WorklistCommands implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(WorklistCommands.class);

	private final WorklistUpkeep upkeep;

	private final ApplicationContext context;

	WorklistCommands(WorklistUpkeep upkeep, ApplicationContext context) {
		this.upkeep = upkeep;
		this.context = context;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (arguments.containsOption("worklist-check")) {
			WorklistUpkeep.Difference difference = this.upkeep.compare();
			LOG.info("The work list {}: {} rows missing {}, {} rows stale {}",
					difference.isNone() ? "agrees with the engine" : "differs from the engine",
					difference.missing().size(), difference.missing(), difference.stale().size(), difference.stale());
			System.exit(SpringApplication.exit(this.context, () -> difference.isNone() ? 0 : 1));
		}
		if (arguments.containsOption("worklist-rebuild")) {
			WorklistUpkeep.Difference mended = this.upkeep.rebuild();
			LOG.info("The work list was built anew: {} rows added, {} rows cancelled", mended.missing().size(),
					mended.stale().size());
			System.exit(SpringApplication.exit(this.context, () -> 0));
		}
	}

}
