package cn.ecopark.process.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.TaskDescription;

/**
 * Reads what elements of a diagram say about themselves in their
 * {@code camunda:properties}.
 */
public final class TaskElements {

	/**
	 * Of an end event: the fact whose value is the result, as it has come out of a part.
	 */
	public static final String TAKES_OVER = "takesOver";

	/**
	 * Of a user task: how many different persons of the unit have to sign, from one to
	 * three.
	 */
	public static final String SIGNATURES = "signatures";

	private TaskElements() {
	}

	/**
	 * @return the properties of the element, by name
	 */
	public static Map<String, String> properties(Element element) {
		Map<String, String> properties = new HashMap<>();
		Element extensions = element.element("extensionElements");
		Element holder = extensions == null ? null
				: extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
		if (holder != null) {
			for (Element property : holder.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
				properties.put(property.attribute("name"), property.attribute("value"));
			}
		}
		return properties;
	}

	/**
	 * @return the description of a user task
	 */
	public static TaskDescription describe(Map<String, String> properties, boolean multiple) {
		return new TaskDescription(purpose(properties.get("purpose")), list(properties.get("outcomes")),
				list(properties.get("documents")), list(properties.get("optionalDocuments")),
				Audience.valueOf(properties.getOrDefault("audience", Audience.AUTHORITIES.name())),
				list(properties.get("points")), list(properties.get("choices")), properties.get("verb"),
				properties.get("batch"), Boolean.parseBoolean(properties.getOrDefault("secret", "false")), multiple,
				list(properties.get("issues")), Integer.valueOf(properties.getOrDefault(SIGNATURES, "1")));
	}

	/** The check of models refuses a purpose that is none. */
	private static Purpose purpose(@Nullable String declared) {
		return declared == null ? Purpose.ORDINARY : Purpose.named(declared).orElseThrow();
	}

	/**
	 * @return the parts of the comma list that the element a token stands at has as that
	 * property; none where it has none
	 */
	public static List<String> list(DelegateExecution execution, String property) {
		return property(execution.getBpmnModelElementInstance(), property).map(TaskElements::list).orElse(List.of());
	}

	/**
	 * @return what that element of a diagram says under that name; empty where it says
	 * nothing
	 */
	public static Optional<String> property(ModelElementInstance element, String name) {
		return element.getChildElementsByType(ExtensionElements.class)
			.stream()
			.flatMap(extensions -> extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
			.flatMap(properties -> properties.getCamundaProperties().stream())
			.filter(candidate -> name.equals(candidate.getCamundaName()))
			.map(CamundaProperty::getCamundaValue)
			.findFirst();
	}

	/**
	 * @return the parts of a comma list
	 */
	public static List<String> list(@Nullable String text) {
		return text == null || text.isBlank() ? List.of()
				: List.of(text.split(",")).stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
	}

}
