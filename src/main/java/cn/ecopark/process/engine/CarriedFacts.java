package cn.ecopark.process.engine;

import java.util.Set;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

/**
 * The facts that a diagram carries into the diagrams it calls, out of them, and past the
 * points where it waits. All others are stated by commands and delegates alone.
 */
final class CarriedFacts {

	/**
	 * What commands, delegates and the engine itself put into the flow, and no diagram.
	 */
	private static final Set<String> NOT_DRAWN = Set.of("caseId", "batchId", "objectionId", "batchResult",
			"ballotsResult", "coordinationResult", "panelResult", "conclusionResult", "stageResult", "recheckGrade");

	/** What a flow is about. */
	private static final Set<String> DOSSIERS = Set.of("caseId", "batchId");

	private static final String RESULT_OF_STAGE = "stageResult";

	/** How the results of stages and batches are called. */
	private static final Pattern RESULT = Pattern.compile("[A-Za-z_]\\w*Result");

	/** One result under another name. */
	private static final Pattern KEPT_RESULT = Pattern.compile("\\s*\\$\\{\\s*[A-Za-z_]\\w*Result\\s*}\\s*");

	private static final Pattern DOSSIER_ITSELF = Pattern.compile("\\s*\\$\\{\\s*(?:caseId|batchId)\\s*}\\s*");

	private CarriedFacts() {
	}

	/**
	 * The case or batch goes into a called diagram as it is, the result of a called
	 * diagram comes out under a name of its own, and a waiting point may keep a result
	 * under another name: nothing else is carried over.
	 */
	static boolean forges(Element element) {
		return switch (element.getLocalName()) {
			case "in" -> element.hasAttribute("businessKey")
					? element.hasAttribute("target") && !isDossierItself(element)
							|| !DOSSIER_ITSELF.matcher(element.getAttribute("businessKey")).matches()
					: !isDossierItself(element);
			case "out" ->
				!RESULT_OF_STAGE.equals(element.getAttribute("source")) || !mayBeDrawn(element.getAttribute("target"));
			case "outputParameter" ->
				!mayBeDrawn(element.getAttribute("name")) || !KEPT_RESULT.matcher(SafeXml.textOf(element)).matches();
			default -> false;
		};
	}

	private static boolean isDossierItself(Element element) {
		return DOSSIERS.contains(element.getAttribute("target"))
				&& element.getAttribute("source").equals(element.getAttribute("target"));
	}

	/**
	 * @return the name of the fact that is forged
	 */
	static String forged(Element element) {
		return switch (element.getLocalName()) {
			case "in" -> element.getAttribute(element.hasAttribute("target") ? "target" : "businessKey");
			case "out" -> element.getAttribute("target");
			default -> element.getAttribute("name");
		};
	}

	private static boolean mayBeDrawn(String name) {
		return RESULT.matcher(name).matches() && !NOT_DRAWN.contains(name);
	}

}
