package cn.ecopark.rulepack;

import java.util.List;
import java.util.stream.Collectors;

import cn.ecopark.shared.Refusal;

/** A rule pack is not taken because of what is wrong in it. */
public final class PackRefused extends Refusal {

	private final transient List<PackFinding> findings;

	public PackRefused(List<PackFinding> findings) {
		super("pack.refused", findings.size());
		this.findings = List.copyOf(findings);
	}

	/**
	 * @return all that was found, errors first
	 */
	public List<PackFinding> findings() {
		return this.findings;
	}

	@Override
	public String getMessage() {
		return this.findings.stream()
			.map(found -> "%s:%d %s: %s %s".formatted(found.file(), found.line(), found.place(), found.key(),
					found.arguments()))
			.collect(Collectors.joining("\n"));
	}

}
