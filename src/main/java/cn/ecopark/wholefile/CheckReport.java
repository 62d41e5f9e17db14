package cn.ecopark.wholefile;

import java.util.List;

/**
 * What a check of a whole file has found.
 *
 * @param manifestSha256 digest of the manifest itself, to be held against the audit of
 * the installation that made it
 * @param findings every entry listed, in the order of the manifest, then what is extra
 */
public record CheckReport(Manifest manifest, String manifestSha256, List<Finding> findings) {

	public CheckReport {
		findings = List.copyOf(findings);
	}

	/** How an entry was found. */
	public record Finding(String path, State state) {
	}

	/** The states an entry can be found in. */
	public enum State {

		/** As the manifest says. */
		INTACT("完好"),
		/** Other bytes than the manifest says, or none that can be unpacked. */
		CHANGED("已改动"),
		/** Listed, but not there. */
		MISSING("缺失"),
		/** There, but not listed, or there twice. */
		EXTRA("清单外");

		private final String words;

		State(String words) {
			this.words = words;
		}

		String words() {
			return this.words;
		}

	}

	public boolean isIntact() {
		return count(State.INTACT) == this.findings.size();
	}

	public long count(State state) {
		return this.findings.stream().filter(finding -> finding.state() == state).count();
	}

	/**
	 * @return everything that is not as it should be
	 */
	public List<Finding> faults() {
		return this.findings.stream().filter(finding -> finding.state() != State.INTACT).toList();
	}

}
