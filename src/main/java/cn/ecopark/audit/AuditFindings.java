package cn.ecopark.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a check has found, in words. */
@Component
class AuditFindings {

	private final List<AttestedRows> attested;

	AuditFindings(List<AttestedRows> attested) {
		this.attested = attested;
	}

	/** How much was read, and what it is worth. */
	List<String> summary(AuditReport report) {
		List<String> lines = new ArrayList<>();
		lines.add(AuditWords.say("audit.check.read", report.entries(), report.chains(), report.seals(),
				report.lastSeal(), report.rows()));
		if (!report.outside().given()) {
			lines.add(AuditWords.say("audit.check.no-outside-seals"));
		}
		else {
			lines.add(AuditWords.say("audit.check.outside-seals", report.outside().seals(), report.outside().beyond()));
		}
		if (report.isIntact()) {
			lines.add(AuditWords.say("audit.check.intact"));
		}
		return lines;
	}

	/** Each fault and difference in a sentence. */
	List<String> faults(AuditReport report) {
		Map<String, String> names = new HashMap<>();
		List<String> lines = new ArrayList<>();
		report.faults().forEach((fault) -> lines.add(say(fault, names)));
		report.differences().forEach((difference) -> lines.add(say(difference, names)));
		long untold = report.differing() - report.differences().size();
		if (untold > 0) {
			lines.add(AuditWords.say("audit.check.more", untold));
		}
		return lines;
	}

	private String say(AuditReport.Fault fault, Map<String, String> names) {
		return AuditWords.say("audit.fault." + fault.kind(), names.computeIfAbsent(fault.subject(), this::nameOf),
				fault.seq());
	}

	private String say(AuditReport.Difference difference, Map<String, String> names) {
		String chain = names.computeIfAbsent(difference.chain(), this::nameOf);
		String table = AuditWords.sayOr(difference.table(), "audit.table." + difference.table());
		String key = difference.key().replace('\u001f', '/');
		String column = difference.column();
		if (difference.change() != AuditReport.Change.CHANGED || column == null) {
			return AuditWords.say("audit.row." + difference.change(), chain, table, key);
		}
		return AuditWords.say("audit.row.CHANGED", chain, table, key,
				AuditWords.sayOr(column, "audit.column." + column), value(difference.registered()),
				value(difference.found()));
	}

	private static String value(@Nullable String value) {
		return (value != null) ? value : AuditWords.say("audit.row.nothing");
	}

	private String nameOf(String chain) {
		return this.attested.stream().flatMap((rows) -> rows.nameOf(chain).stream()).findFirst().orElse(chain);
	}

}
