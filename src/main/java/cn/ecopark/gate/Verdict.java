package cn.ecopark.gate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file.
 *
 * @param type what it is; null if it is of no type that is taken
 * @param findings why it is refused; none if it may be opened
 */
public record Verdict(@Nullable FileType type, List<Finding> findings) {

	public boolean passes() {
		return this.type != null && this.findings.isEmpty();
	}

	/**
	 * A reason to refuse the file.
	 *
	 * @param code its text is the message {@code gate.finding.<code>}
	 * @param arguments of that text
	 */
	public record Finding(String code, List<String> arguments) {
	}

}
