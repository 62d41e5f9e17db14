package cn.ecopark.process.pack;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

import cn.ecopark.process.engine.ConditionEvaluator;
import cn.ecopark.process.engine.ExpressionGrammar;
import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.ModelVocabulary.Stranger;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.rulepack.RulePack;

/**
 * Which elements, attributes, expressions and names a diagram may have. What is not on
 * the list is refused.
 */
final class AllowList {

	/** Where a diagram gives a variable its name, by element. */
	private static final Map<String, String> NAMING = Map.of("in", "target", "out", "target", "outputParameter", "name",
			"multiInstanceLoopCharacteristics", "elementVariable");

	private static final Set<String> READING = Set.of("conditionExpression", "businessKey", "outputParameter");

	private static final String DATE = "timeDate";

	private static final String DUE_DATE = "dueDate";

	private static final String CONDITION = "conditionExpression";

	private final ModelCheck.DelegateNames names;

	private final RulePack pack;

	private final ModelFindings findings;

	AllowList(ModelCheck.DelegateNames names, RulePack pack, ModelFindings findings) {
		this.names = names;
		this.pack = pack;
		this.findings = findings;
	}

	/**
	 * @return whether all elements are known ones, so that it can be told how they hang
	 * together
	 */
	boolean check(Element root) {
		List<Stranger> strangers = ModelVocabulary.strangersIn(root);
		Set<Element> refused = Collections.newSetFromMap(new IdentityHashMap<>());
		strangers.stream()
			.filter(stranger -> stranger.kind() == ModelVocabulary.Kind.ELEMENT)
			.forEach(stranger -> refused.add(stranger.element()));
		strangers.stream()
			.filter(stranger -> !followsFrom(refused, stranger))
			.forEach(stranger -> this.findings.error(stranger.element(), keyOf(stranger), whatOf(stranger)));
		if (strangers.isEmpty()) {
			checkNames(root);
		}
		return strangers.stream().noneMatch(stranger -> stranger.kind() == ModelVocabulary.Kind.ELEMENT);
	}

	/** Nothing is said of what is part of a refused element, or is written at it. */
	private static boolean followsFrom(Set<Element> refused, Stranger stranger) {
		boolean itself = stranger.kind() == ModelVocabulary.Kind.ELEMENT;
		Node first = itself ? stranger.element().getParentNode() : stranger.element();
		for (Node node = first; node != null; node = node.getParentNode()) {
			if (node instanceof Element around && refused.contains(around)) {
				return true;
			}
		}
		return false;
	}

	private static Object whatOf(Stranger stranger) {
		return stranger.kind() == ModelVocabulary.Kind.ELEMENT ? ElementNames.kind(stranger.element())
				: stranger.what();
	}

	private static String keyOf(Stranger stranger) {
		return switch (stranger.kind()) {
			case ELEMENT -> "strange-element";
			case ATTRIBUTE -> "strange-attribute";
			case EXPRESSION -> "strange-expression";
			case FACT -> "forged-fact";
			case LISTENER -> "strange-listener";
			case START -> "starts-by-itself";
		};
	}

	private void checkNames(Element element) {
		if (ModelVocabulary.isOnlyDrawn(element)) {
			return;
		}
		if (ModelElements.isCamunda(element, "taskListener")) {
			this.findings.error(element, "listener-drawn");
			return;
		}
		NamedNodeMap attributes = element.getAttributes();
		for (int index = 0; index < attributes.getLength(); index++) {
			Attr attribute = (Attr) attributes.item(index);
			if (DUE_DATE.equals(attribute.getLocalName())) {
				this.findings.error(element, "due-date-drawn");
			}
			checkText(element, attribute.getLocalName(), attribute.getValue());
			boolean names = attribute.getLocalName().equals(NAMING.get(element.getLocalName()));
			if (names && !this.names.isFact(attribute.getValue())) {
				this.findings.error(element, "forged-fact", attribute.getValue());
			}
		}
		if (READING.contains(element.getLocalName()) || DATE.equals(element.getLocalName())) {
			checkText(element, element.getLocalName(), SafeXml.textOf(element));
		}
		ModelElements.childrenOf(element).forEach(this::checkNames);
	}

	private void checkText(Element element, String place, String text) {
		boolean known = true;
		for (String name : isEvaluated(place) ? ExpressionGrammar.namesIn(text) : List.<String>of()) {
			if (!isKnown(place, name)) {
				boolean limit = DATE.equals(place) && name.startsWith(LimitTimers.DUE);
				this.findings.error(element, limit ? "unknown-limit" : "unknown-name",
						limit ? name.substring(LimitTimers.DUE.length()) : name);
				known = false;
			}
		}
		if (known && DATE.equals(place) && !text.contains("${") && !isDate(text.strip())) {
			this.findings.error(element, "no-date", text.strip());
		}
		if (known && CONDITION.equals(place) && !ConditionEvaluator.isCondition(text)) {
			this.findings.error(element, "no-condition", text.strip());
		}
	}

	private static boolean isEvaluated(String place) {
		return READING.contains(place) || DATE.equals(place) || "delegateExpression".equals(place)
				|| "collection".equals(place);
	}

	private boolean isKnown(String place, String name) {
		return switch (place) {
			case "delegateExpression" -> this.names.isDelegate(name);
			case "collection" -> this.names.isCollection(name);
			case DATE -> this.names.isTimerDate(name, this.pack);
			default -> this.names.isFact(name);
		};
	}

	private static boolean isDate(String text) {
		try {
			DateTimeFormatter.ISO_DATE_TIME.parse(text);
			return true;
		}
		catch (DateTimeException noDate) {
			return false;
		}
	}

}
