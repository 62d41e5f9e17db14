package cn.ecopark.rulepack;

import java.util.List;

import org.springframework.context.MessageSourceResolvable;

/**
 * What is wrong in a rule pack, at its place, in words that an official understands.
 *
 * @param severity whether the pack may be released all the same
 * @param file path inside the pack, for instance {@code limits.yaml} or
 * {@code bpmn/naming.bpmn}
 * @param line counted from 1; 0 where the finding has no line
 * @param place the entry, or the id of the element, that it is about; empty for the whole
 * file
 * @param key of its words in the messages, behind {@code finding.}
 * @param arguments what the words name
 */
public record PackFinding(Severity severity, String file, int line, String place, String key,
		List<Object> arguments) implements MessageSourceResolvable {

	/** Whether a pack with that finding may be released. */
	public enum Severity {

		/** The pack is refused. */
		ERROR,
		/** The pack is accepted; somebody should look at it. */
		WARNING

	}

	public PackFinding {
		arguments = List.copyOf(arguments);
	}

	public static PackFinding error(String file, int line, String place, String key, Object... arguments) {
		return new PackFinding(Severity.ERROR, file, line, place, key, List.of(arguments));
	}

	@Override
	public String[] getCodes() {
		return new String[] { "finding." + this.key };
	}

	@Override
	public Object[] getArguments() {
		return this.arguments.toArray();
	}

}
