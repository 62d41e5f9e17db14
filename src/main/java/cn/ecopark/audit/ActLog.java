package cn.ecopark.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of every act once it is done, as the audit has it, without its details:
 * those hold names and what was typed.
 */
final class ActLog {

	private static final Logger LOG = LoggerFactory.getLogger(ActLog.class);

	private ActLog() {
	}

	static void tell(AuditEntry.Draft draft) {
		LOG.atInfo()
			.addKeyValue("action", draft.action())
			.addKeyValue("subject", draft.subject())
			.addKeyValue("by", draft.who().personId())
			.addKeyValue("unit", draft.who().unitId())
			.log("Done: {} in {}", draft.action(), draft.subject());
	}

}
