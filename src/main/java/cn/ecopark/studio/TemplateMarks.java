package cn.ecopark.studio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.ecopark.process.pack.ModelCheck;

/**
 * The desktop Modeler offers what a pack has to choose from at elements that name a
 * template, and would empty an element to which somebody applies one. So each copy of a
 * diagram that is handed out names them, and what comes back is kept without: drawings
 * differ by what was changed alone.
 */
public final class TemplateMarks {

	private static final String PREFIX = "cn.ecopark.";

	/** Sort of template by the BPMN name of the element. */
	private static final Map<String, String> SORTS = Map.of("userTask", "step", "serviceTask", "effect", "callActivity",
			"call", "endEvent", "end");

	private static final Pattern BEGIN = Pattern
		.compile("<(?:[A-Za-z][\\w-]{0,20}:)?(userTask|serviceTask|callActivity|endEvent)(?=[ \\n])");

	private static final Pattern MARK = Pattern
		.compile("[ \\n]camunda:modelerTemplate=\"cn\\.ecopark\\.[\\w.-]{1,60}\"");

	/** What the Modeler writes for a field of a template that nobody fills in. */
	private static final Pattern EMPTY = Pattern.compile(
			"(?:\\n {0,80})?<camunda:property name=\"[A-Za-z]{1,40}\"(?: value=\"\")? ?/>|[ \\n]camunda:formRef=\"\"");

	private static final String DECLARED = "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\"";

	private TemplateMarks() {
	}

	/**
	 * @param element BPMN name, as {@code userTask}
	 * @return id of the template for such elements
	 * @throws IllegalArgumentException when there is none
	 */
	public static String idOf(String pack, String element) {
		String sort = SORTS.get(element);
		if (sort == null) {
			throw new IllegalArgumentException(element);
		}
		return PREFIX + pack + "." + sort;
	}

	/** Only what could be kept is marked, so that nothing is hidden from its reader. */
	static byte[] marked(byte[] diagram, String pack) {
		String text = new String(diagram, StandardCharsets.UTF_8);
		if (!text.contains(DECLARED) || text.contains("camunda:modelerTemplate=") || !ModelCheck.isReadable(diagram)) {
			return diagram;
		}
		String marked = BEGIN.matcher(text)
			.replaceAll(found -> Matcher
				.quoteReplacement(found.group() + " camunda:modelerTemplate=\"" + idOf(pack, found.group(1)) + "\""));
		return marked.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Without the names of templates, and without fields that say nothing. Bytes that are
	 * no text stay what they are.
	 */
	static byte[] unmarked(byte[] diagram) {
		String text = new String(diagram, StandardCharsets.UTF_8);
		if (!Arrays.equals(diagram, text.getBytes(StandardCharsets.UTF_8))) {
			return diagram;
		}
		String unmarked = MARK.matcher(text).replaceAll("");
		return EMPTY.matcher(unmarked).replaceAll("").getBytes(StandardCharsets.UTF_8);
	}

}
