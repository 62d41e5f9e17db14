package cn.ecopark.park;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.CaseResult;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.PackPart;
import cn.ecopark.rulepack.RulePack;

/** What a pack says of parks, in words that the register knows. */
@Component
class ParksInPacks implements PackPart {

	private static final String FILE = "pack.yaml";

	private static final List<String> STATUSES = names(LifeStatus.values());

	private static final List<String> KINDS = names(ParkKind.values());

	@Override
	public void check(PackFiles files, RulePack pack, PackFindings findings) {
		pack.kindsOfCase()
			.forEach(kind -> among(STATUSES, kind.mayStartIn(), "processes." + kind.process() + ".mayStartIn",
					"pack.unknown.status", findings));
		List<CaseResult> results = pack.results();
		for (int at = 0; at < results.size(); at++) {
			among(STATUSES, results.get(at).lifeStatuses(), "results." + (at + 1) + ".lifeStatuses",
					"pack.unknown.status", findings);
		}
		pack.statuses()
			.keySet()
			.forEach(status -> among(STATUSES, List.of(status), "statuses." + status, "pack.unknown.status", findings));
		pack.standards()
			.forEach((code, standard) -> among(KINDS, standard.parkTypes(), "standards." + code + ".parkTypes",
					"pack.unknown.parkType", findings));
	}

	private static void among(List<String> known, Collection<String> named, String place, String key,
			PackFindings findings) {
		named.stream()
			.filter(word -> !known.contains(word))
			.forEach(word -> findings.contradiction(FILE, place, key, word, String.join("、", known)));
	}

	private static List<String> names(Enum<?>[] constants) {
		return Arrays.stream(constants).map(Enum::name).collect(Collectors.toList());
	}

}
