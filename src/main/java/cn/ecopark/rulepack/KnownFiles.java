package cn.ecopark.rulepack;

import java.util.Set;
import java.util.regex.Pattern;

/** The files that a pack may consist of: each of them is read by somebody. */
final class KnownFiles {

	private static final Set<String> DATA = Set.of(RulePackReader.PACK, RulePackReader.ROLES, RulePackReader.LIMITS,
			RulePackReader.DOCUMENTS, RulePackReader.OUTCOMES, RulePackReader.SERIES, PlanOutlines.FILE, "papers.yaml");

	private static final Pattern OTHERS = Pattern
		.compile("(papers/[A-Za-z0-9_-]+\\.txt|bpmn/[A-Za-z0-9_-]+\\.bpmn|forms/[A-Za-z0-9_-]+\\.form)");

	private KnownFiles() {
	}

	static void check(PackFiles files, PackFindings findings) {
		for (String file : files.all().keySet()) {
			if (!DATA.contains(file) && !OTHERS.matcher(file).matches()) {
				findings.inFile(file, 0, "pack.unknownFile", file);
			}
		}
	}

}
