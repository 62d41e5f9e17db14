package cn.ecopark.rulepack;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Whether a rule pack may be taken: all that every module knows of it, at once. */
@Component
public class PackCheck {

	private final List<PackPart> parts;

	public PackCheck(List<PackPart> parts) {
		this.parts = List.copyOf(parts);
	}

	/**
	 * @return the data of a pack that somebody is still working on, with stand-ins for
	 * what is wrong in it; empty where a whole file cannot be read
	 */
	public static Optional<RulePack> dataOf(PackFiles files) {
		return RulePackReader.read(files, new PackFindings());
	}

	/**
	 * @return all that is wrong, errors first; empty where the pack may be taken. As long
	 * as a file cannot be read at all, nothing is said of what needs it.
	 */
	public List<PackFinding> check(PackFiles files) {
		PackFindings findings = new PackFindings();
		RulePackReader.read(files, findings).ifPresent(pack -> {
			for (PackPart part : this.parts) {
				part.check(files, pack, findings);
			}
		});
		return findings.all();
	}

}
