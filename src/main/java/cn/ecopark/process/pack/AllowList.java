package cn.ecopark.process.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

import cn.ecopark.process.engine.ExpressionGrammar;
import cn.ecopark.process.engine.ModelVocabulary;
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

	private final String file;

	private final ModelCheck.DelegateNames names;

	private final RulePack pack;

	private final List<ModelFault> faults;

	AllowList(String file, ModelCheck.DelegateNames names, RulePack pack, List<ModelFault> faults) {
		this.file = file;
		this.names = names;
		this.pack = pack;
		this.faults = faults;
	}

	void check(Element root) {
		ModelVocabulary.strangersIn(root).forEach(stranger -> fault(stranger.element(), stranger.what()));
		checkNames(root);
	}

	private void checkNames(Element element) {
		if (ModelVocabulary.isPicture(element)) {
			return;
		}
		NamedNodeMap attributes = element.getAttributes();
		for (int index = 0; index < attributes.getLength(); index++) {
			Attr attribute = (Attr) attributes.item(index);
			checkNamesIn(element, attribute.getLocalName(), attribute.getValue());
			boolean names = attribute.getLocalName().equals(NAMING.get(element.getLocalName()));
			if (names && !this.names.isFact(attribute.getValue())) {
				fault(element, "a variable called " + attribute.getValue());
			}
		}
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element childElement) {
				checkNames(childElement);
			}
			else {
				checkNamesIn(element, element.getLocalName(), child.getTextContent());
			}
		}
	}

	private void checkNamesIn(Element element, String place, @Nullable String text) {
		if (text == null) {
			return;
		}
		for (String name : ExpressionGrammar.namesIn(text)) {
			boolean known = switch (place) {
				case "delegateExpression" -> "taskListener".equals(element.getLocalName()) ? this.names.isListener(name)
						: this.names.isDelegate(name);
				case "collection" -> this.names.isCollection(name);
				case "timeDate", "dueDate" -> this.names.isTimerDate(name, this.pack);
				default -> READING.contains(place) && this.names.isFact(name);
			};
			if (!known) {
				fault(element, "name " + name + " in " + place);
			}
		}
	}

	private void fault(Element element, String what) {
		this.faults.add(new ModelFault(this.file, idOf(element), "not allowed: " + what));
	}

	private static String idOf(Element element) {
		for (Node node = element; node instanceof Element candidate; node = node.getParentNode()) {
			if (!candidate.getAttribute("id").isEmpty()) {
				return candidate.getAttribute("id");
			}
		}
		return "";
	}

}
