package cn.ecopark.rulepack;

import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads a pack and lets every module check its part. */
@Component
public class PackChecks {

	private final ObjectProvider<PackCheck> checks;

	/**
	 * @param checks looked up late, since some of them need the engine
	 */
	PackChecks(ObjectProvider<PackCheck> checks) {
		this.checks = checks;
	}

	/**
	 * @return all that is wrong in these files, errors first
	 */
	public List<PackFinding> of(PackFiles files) {
		try {
			RulePack pack = RulePackReader.read(files);
			return this.checks.orderedStream()
				.flatMap(check -> check.findings(pack, files).stream())
				.sorted(Comparator.comparing(PackFinding::severity))
				.toList();
		}
		catch (PackRefused refused) {
			return refused.findings();
		}
	}

	/**
	 * @return id of the pack in these files
	 * @throws PackRefused when they cannot be read
	 */
	public String packOf(PackFiles files) {
		return RulePackReader.read(files).id();
	}

}
