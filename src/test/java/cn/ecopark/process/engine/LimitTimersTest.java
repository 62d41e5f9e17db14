package cn.ecopark.process.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the engine is given where a drawing names a limit. */
class LimitTimersTest {

	private static final String REMINDER = "Reminder timeout ${remind} ${remind_correction}";

	private static final String OVERDUE = "Overdue timeout ${notifyOverdue} ${due_correction}";

	private static final String LIMITED = """
			<bpmn:userTask id="Task"><bpmn:extensionElements><camunda:properties>
			  <camunda:property name="panel" value="form"/>
			  <camunda:property name="limit" value="correction"/>
			</camunda:properties></bpmn:extensionElements></bpmn:userTask>
			""";

	private static final String SILENCE = """
			<bpmn:boundaryEvent id="Silence" attachedToRef="Task">
			  <bpmn:timerEventDefinition><bpmn:timeDate>${due_correction}</bpmn:timeDate></bpmn:timerEventDefinition>
			</bpmn:boundaryEvent>
			""";

	@Test
	void giveItsDueDateReminderAndOverdueNote() throws UnreadableModel {
		assertThat(dueDate(diagram(LIMITED))).isEqualTo("${due_correction}");
		assertThat(timers(diagram(LIMITED))).containsExactly(REMINDER, OVERDUE);
	}

	@Test
	void giveNothingWithoutALimit() throws UnreadableModel {
		String unlimited = diagram(LIMITED.replace("\"limit\"", "\"verb\""));

		assertThat(dueDate(unlimited)).isEmpty();
		assertThat(timers(unlimited)).isEmpty();
		assertThat(timers(diagram("<bpmn:userTask id=\"Task\"/>"))).isEmpty();
	}

	@Test
	void reachTasksInSubProcesses() throws UnreadableModel {
		assertThat(timers(diagram("<bpmn:subProcess id=\"Sub\">" + LIMITED + SILENCE + "</bpmn:subProcess>")))
			.containsExactly(REMINDER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "${due_correction}", "  ${ due_correction }\n", "$<!-- -->{due_correction}" })
	void noteNoEndWhereTheTaskIsTakenAwayThen(String date) throws UnreadableModel {
		String diagram = diagram(LIMITED + SILENCE.replace("${due_correction}", date));

		assertThat(dueDate(diagram)).isEqualTo("${due_correction}");
		assertThat(timers(diagram)).containsExactly(REMINDER);
		assertThat(timers(diagram.replace("attachedToRef", "cancelActivity=\"true\" attachedToRef")))
			.containsExactly(REMINDER);
	}

	@Test
	void noteTheEndWhereTheTaskGoesOn() throws UnreadableModel {
		assertThat(
				timers(diagram(LIMITED + SILENCE.replace("attachedToRef", "cancelActivity=\"false\" attachedToRef"))))
			.containsExactly(REMINDER, OVERDUE);
		assertThat(timers(diagram(LIMITED + SILENCE.replace("due_correction", "due_vote")))).containsExactly(REMINDER,
				OVERDUE);
		assertThat(timers(diagram(LIMITED + SILENCE.replace("${due_correction}", "2030-01-01T00:00:00"))))
			.containsExactly(REMINDER, OVERDUE);
		assertThat(timers(diagram(LIMITED + SILENCE.replace("\"Task\"", "\"Another\"")))).containsExactly(REMINDER,
				OVERDUE);
		assertThat(timers(diagram(LIMITED
				+ "<bpmn:boundaryEvent id=\"Message\" attachedToRef=\"Task\"><bpmn:messageEventDefinition messageRef=\"M\"/></bpmn:boundaryEvent>")))
			.containsExactly(REMINDER, OVERDUE);
	}

	/** Its timers wait in the engine already. */
	@Test
	void leaveADrawingOfAnEarlierReleaseAsItIs() throws UnreadableModel {
		String listener = """
				<camunda:taskListener id="Reminder" event="timeout" delegateExpression="${remind}">
				  <bpmn:timerEventDefinition><bpmn:timeDate>${remind_correction}</bpmn:timeDate></bpmn:timerEventDefinition>
				</camunda:taskListener></bpmn:extensionElements>""";
		String withListener = LIMITED.replace("</bpmn:extensionElements>", listener);
		String withDueDate = LIMITED.replace("id=\"Task\"", "id=\"Task\" camunda:dueDate=\"${due_correction}\"");

		assertThat(timers(diagram(withListener))).containsExactly(REMINDER);
		assertThat(dueDate(diagram(withListener))).isEmpty();
		assertThat(timers(diagram(withDueDate))).isEmpty();
		assertThat(dueDate(diagram(withDueDate))).isEqualTo("${due_correction}");
	}

	@Test
	void speakInWhateverPrefixesTheDiagramHas() throws UnreadableModel {
		String diagram = diagram(LIMITED + SILENCE);

		for (String other : List.of(diagram.replace("camunda:", "c:").replace("xmlns:camunda", "xmlns:c"),
				diagram.replace("<bpmn:", "<").replace("</bpmn:", "</").replace("xmlns:bpmn", "xmlns"),
				diagram.replace("bpmn:", "camunda_:")
					.replace("xmlns:bpmn", "xmlns:camunda_")
					.replace("camunda:", "c:")
					.replace("xmlns:camunda=", "xmlns:c="),
				diagram.replace("bpmn:", "b:")
					.replace("camunda:", "c:")
					.replace("b:", "camunda:")
					.replace("xmlns:bpmn", "xmlns:camunda")
					.replace("xmlns:camunda=\"" + ModelVocabulary.CAMUNDA, "xmlns:c=\"" + ModelVocabulary.CAMUNDA),
				namedByTheProperties(diagram.replace("bpmn:", "camunda:").replace("xmlns:bpmn", "xmlns:camunda")))) {
			assertThat(dueDate(other)).as(other).isEqualTo("${due_correction}");
			assertThat(timers(other)).as(other).containsExactly(REMINDER);
		}
	}

	/** Only what says the limit knows the engine's namespace, without a prefix. */
	private static String namedByTheProperties(String diagram) {
		return diagram.replace(" xmlns:camunda=\"" + ModelVocabulary.CAMUNDA + "\"", "")
			.replace("<camunda:properties>", "<properties xmlns=\"" + ModelVocabulary.CAMUNDA + "\">")
			.replace("<camunda:property ", "<property ")
			.replace("</camunda:properties>", "</properties>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " correction", "due_a} ${due_b", "a == 'b' ? due_a : due_b", "a.b", "1a" })
	void areNotMadeOfWhatIsNoName(String limit) {
		assertThatThrownBy(() -> copy(diagram(LIMITED.replace("\"correction\"", "\"" + limit + "\""))))
			.isInstanceOf(ProcessEngineException.class)
			.hasMessage("Not allowed in models: limit " + limit);
	}

	private static String diagram(String elements) {
		return """
				<bpmn:definitions xmlns:bpmn="%s" xmlns:camunda="%s" targetNamespace="test">
				  <bpmn:process id="test">%s</bpmn:process>
				</bpmn:definitions>
				""".formatted(ModelVocabulary.BPMN, ModelVocabulary.CAMUNDA, elements);
	}

	private static Document copy(String diagram) throws UnreadableModel {
		Document judged = SafeXml.read(diagram.getBytes(UTF_8));
		assertThat(ModelVocabulary.strangersIn(judged.getDocumentElement())).isEmpty();
		return SafeXml.read(EngineCopy.of(judged));
	}

	private static String dueDate(String diagram) throws UnreadableModel {
		return ((Element) copy(diagram).getElementsByTagNameNS(ModelVocabulary.BPMN, "userTask").item(0))
			.getAttributeNS(ModelVocabulary.CAMUNDA, "dueDate");
	}

	/** Each by its id, event, what it calls and its date. */
	private static List<String> timers(String diagram) throws UnreadableModel {
		NodeList listeners = copy(diagram).getElementsByTagNameNS(ModelVocabulary.CAMUNDA, "taskListener");
		List<String> timers = new ArrayList<>();
		for (int index = 0; index < listeners.getLength(); index++) {
			Element listener = (Element) listeners.item(index);
			Element date = (Element) listener.getElementsByTagNameNS(ModelVocabulary.BPMN, "timeDate").item(0);
			timers.add(String.join(" ", listener.getAttribute("id"), listener.getAttribute("event"),
					listener.getAttribute("delegateExpression"), SafeXml.textOf(date)));
		}
		return timers;
	}

}
