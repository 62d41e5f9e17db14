package cn.ecopark.process.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.xml.XMLConstants;

import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What a limit of a user task makes of it for the engine: a due date, a reminder, and a
 * note when it has ended. A drawing says the limit alone.
 */
public final class LimitTimers {

	/** Before the name of a limit: when it ends. */
	public static final String DUE = "due_";

	/** Before the name of a limit: when its holder is reminded. */
	public static final String REMIND = "remind_";

	/** Reminds the holder. */
	public static final String REMINDER = "remind";

	/** Notes that the limit has ended. */
	public static final String OVERDUE = "notifyOverdue";

	/** What the timers call; drawings of earlier releases have them in words. */
	public static final Set<String> LISTENERS = Set.of(REMINDER, OVERDUE);

	private static final Pattern LIMIT = Pattern.compile("[A-Za-z]\\w*");

	private static final Pattern END_OF_LIMIT = Pattern.compile("\\s*\\$\\{\\s*" + DUE + "(\\w+)\\s*}\\s*");

	private static final String DUE_DATE = "dueDate";

	private static final String LISTENER = "taskListener";

	private static final String TIMER = "timerEventDefinition";

	private static final String DATE = "timeDate";

	/** What the engine's elements are called where the diagram does not say. */
	private static final String PREFIX = "camunda";

	private LimitTimers() {
	}

	/**
	 * Adds them where the drawing names a limit. One of an earlier release has them drawn
	 * by hand; its timers are in the engine under the same ids, and it stays as it is.
	 * @throws ProcessEngineException when a limit has a name that is none
	 */
	static void addTo(Document document) {
		for (Element task : elements(document.getElementsByTagNameNS(ModelVocabulary.BPMN, "userTask"))) {
			Element extensions = extensionsOf(task);
			String limit = extensions == null ? null : limitIn(extensions);
			if (extensions != null && limit != null && !hasDrawnTimers(task, extensions)) {
				if (!LIMIT.matcher(limit).matches()) {
					throw new ProcessEngineException("Not allowed in models: limit " + limit);
				}
				String prefix = prefixAt(task);
				task.setAttributeNS(ModelVocabulary.CAMUNDA, prefix + ":" + DUE_DATE, "${" + DUE + limit + "}");
				extensions.appendChild(listener(task, prefix, "Reminder", REMINDER, REMIND + limit));
				if (!isInterruptedAtTheEndOf(limit, task)) {
					extensions.appendChild(listener(task, prefix, "Overdue", OVERDUE, DUE + limit));
				}
			}
		}
	}

	/**
	 * @return the limit at whose end the boundary event takes its task away; empty for
	 * one that waits for something else or lets the task go on
	 */
	public static Optional<String> interruptsAtTheEndOf(Element boundaryEvent) {
		if ("false".equals(boundaryEvent.getAttribute("cancelActivity").strip())) {
			return Optional.empty();
		}
		return childrenOf(boundaryEvent, ModelVocabulary.BPMN, TIMER).stream()
			.flatMap(timer -> childrenOf(timer, ModelVocabulary.BPMN, DATE).stream())
			.map(SafeXml::textOf)
			.map(END_OF_LIMIT::matcher)
			.filter(Matcher::matches)
			.map(date -> date.group(1))
			.findFirst();
	}

	/**
	 * @return the boundary events of the step
	 */
	public static List<Element> boundaryEventsOf(Element step) {
		return elements(step.getOwnerDocument().getElementsByTagNameNS(ModelVocabulary.BPMN, "boundaryEvent")).stream()
			.filter(event -> event.getAttribute("attachedToRef").equals(step.getAttribute("id")))
			.toList();
	}

	private static boolean isInterruptedAtTheEndOf(String limit, Element task) {
		return boundaryEventsOf(task).stream()
			.anyMatch(event -> interruptsAtTheEndOf(event).filter(limit::equals).isPresent());
	}

	private static boolean hasDrawnTimers(Element task, Element extensions) {
		return task.hasAttributeNS(ModelVocabulary.CAMUNDA, DUE_DATE)
				|| !childrenOf(extensions, ModelVocabulary.CAMUNDA, LISTENER).isEmpty();
	}

	private static @Nullable Element extensionsOf(Element task) {
		return childrenOf(task, ModelVocabulary.BPMN, "extensionElements").stream().findFirst().orElse(null);
	}

	/** As {@link TaskElements} reads it: of several, the last. */
	private static @Nullable String limitIn(Element extensions) {
		return childrenOf(extensions, ModelVocabulary.CAMUNDA, "properties").stream()
			.limit(1)
			.flatMap(properties -> childrenOf(properties, ModelVocabulary.CAMUNDA, "property").stream())
			.filter(property -> "limit".equals(property.getAttribute("name")))
			.reduce((former, latter) -> latter)
			.map(property -> property.getAttribute("value"))
			.orElse(null);
	}

	private static Element listener(Element task, String prefix, String id, String name, String date) {
		Document document = task.getOwnerDocument();
		Element when = document.createElementNS(ModelVocabulary.BPMN, qualified(task.getPrefix(), DATE));
		when.setTextContent("${" + date + "}");
		Element timer = document.createElementNS(ModelVocabulary.BPMN, qualified(task.getPrefix(), TIMER));
		timer.appendChild(when);
		Element listener = document.createElementNS(ModelVocabulary.CAMUNDA, qualified(prefix, LISTENER));
		listener.setAttribute("id", id);
		listener.setAttribute("event", "timeout");
		listener.setAttribute("delegateExpression", "${" + name + "}");
		listener.appendChild(timer);
		return listener;
	}

	private static String qualified(@Nullable String prefix, String name) {
		return prefix == null ? name : prefix + ":" + name;
	}

	/** The prefix the diagram has for the engine's elements there, or one of our own. */
	private static String prefixAt(Element task) {
		String known = task.lookupPrefix(ModelVocabulary.CAMUNDA);
		if (known != null) {
			return known;
		}
		String own = PREFIX;
		while (task.lookupNamespaceURI(own) != null) {
			own += "_";
		}
		task.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + own, ModelVocabulary.CAMUNDA);
		return own;
	}

	private static List<Element> childrenOf(Element element, String namespace, String name) {
		return elements(element.getChildNodes()).stream()
			.filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
			.toList();
	}

	private static List<Element> elements(NodeList nodes) {
		return IntStream.range(0, nodes.getLength())
			.<Node>mapToObj(nodes::item)
			.filter(Element.class::isInstance)
			.map(Element.class::cast)
			.toList();
	}

}
