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
 * @param arguments what the words name; those that are {@link MessageSourceResolvable}
 * themselves are said in the reader's language too
 * @param also ids of further elements with the very same fault, which the words count:
 * they are told with this one instead of one by one
 */
public record PackFinding(Severity severity, String file, int line, String place, String key, List<Object> arguments,
		List<String> also) implements MessageSourceResolvable {

	/** Whether a pack with that finding may be released. */
	public enum Severity {

		/** The pack is refused. */
		ERROR,
		/** The pack is accepted; somebody should look at it. */
		WARNING

	}

	/** Words of a finding that stands for several. */
	private static final String[] TOGETHER = { "finding.together" };

	public PackFinding {
		arguments = List.copyOf(arguments);
		also = List.copyOf(also);
	}

	public PackFinding(Severity severity, String file, int line, String place, String key, List<Object> arguments) {
		this(severity, file, line, place, key, arguments, List.of());
	}

	public static PackFinding error(String file, int line, String place, String key, Object... arguments) {
		return new PackFinding(Severity.ERROR, file, line, place, key, List.of(arguments));
	}

	@Override
	public String[] getCodes() {
		return this.also.isEmpty() ? new String[] { "finding." + this.key } : TOGETHER;
	}

	@Override
	public Object[] getArguments() {
		return this.also.isEmpty() ? this.arguments.toArray()
				: new Object[] { alone(), String.valueOf(this.also.size()) };
	}

	private PackFinding alone() {
		return new PackFinding(this.severity, this.file, this.line, this.place, this.key, this.arguments);
	}

}
