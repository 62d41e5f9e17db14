package cn.ecopark.park;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.CaseResult;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.PackPart;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.Setting;

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
		exits(pack, findings);
		pack.standards()
			.forEach((code, standard) -> among(KINDS, standard.parkTypes(), "standards." + code + ".parkTypes",
					"pack.unknown.parkType", findings));
	}

	/**
	 * What documents say of a park that leaves the register, each regime in its words.
	 */
	private static void exits(RulePack pack, PackFindings findings) {
		pack.settings()
			.keySet()
			.stream()
			.filter(key -> key.startsWith(Setting.EXIT_DECISION)
					|| key.startsWith(Setting.EXIT_TITLE) && !key.equals(Setting.EXIT_TITLE_OF_SEVERAL))
			.forEach(key -> among(STATUSES, List.of(key.substring(key.indexOf('.') + 1)), "settings." + key,
					"pack.unknown.status", findings));
		Set<String> needed = new TreeSet<>();
		pack.kindsOfCase()
			.stream()
			.filter(KindOfCase::needsGround)
			.flatMap(kind -> pack.results().stream().filter(end -> end.process().equals(kind.process())))
			.flatMap(end -> end.lifeStatuses().stream())
			.filter(STATUSES::contains)
			.forEach(status -> needed.addAll(List.of(Setting.EXIT_DECISION + status, Setting.EXIT_TITLE + status,
					Setting.EXIT_TITLE_OF_SEVERAL)));
		needed.stream()
			.filter(key -> !pack.settings().containsKey(key))
			.forEach(key -> findings.contradiction(FILE, "settings", "pack.setting.missing", key));
	}

	private static void among(List<String> known, Collection<String> named, String place, String key,
			PackFindings findings) {
		named.stream()
			.filter(word -> !known.contains(word))
			.forEach(word -> findings.contradiction(FILE, place, key, word, String.join("、", known)));
	}

	private static List<String> names(Enum<?>[] constants) {
		return Arrays.stream(constants).map(Enum::name).toList();
	}

}
