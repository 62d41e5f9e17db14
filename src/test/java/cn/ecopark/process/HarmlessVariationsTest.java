package cn.ecopark.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every shipped diagram as other tools would save it: it says the same, and nothing is
 * found in it.
 */
class HarmlessVariationsTest {

	private static final Pattern TAG = Pattern.compile("<([\\w:.-]+)((?:\\s+[\\w:.-]+=\"[^\"]*\")*)(\\s*/?)>");

	private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([\\w:.-]+)=\"([^\"]*)\"");

	private static final Pattern NUMBER = Pattern.compile("( [xy]=\")(\\d+)(\")");

	private static final String BIOC = " xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\" bioc:stroke=\"#831311\" bioc:fill=\"#ffcdd2\"";

	private static final String OMG = " xmlns:color=\"http://www.omg.org/spec/BPMN/non-normative/color/1.0\" color:background-color=\"#ffcdd2\"";

	static Stream<Arguments> variations() {
		Map<String, UnaryOperator<String>> kinds = new LinkedHashMap<>();
		writing(kinds);
		namespaces(kinds);
		pictures(kinds);
		remarks(kinds);
		List<Arguments> all = new ArrayList<>();
		kinds.forEach((kind, change) -> all
			.add(Arguments.of(kind, all.size() % 2 == 0 ? ShippedPacks.FIRST : ShippedPacks.SECOND, change)));
		return all.stream();
	}

	private static void writing(Map<String, UnaryOperator<String>> kinds) {
		kinds.put("as it is", text -> text);
		kinds.put("as it is, again", text -> text);
		kinds.put("byte order mark", text -> "\uFEFF" + text);
		kinds.put("CRLF", text -> text.replace("\n", "\r\n"));
		kinds.put("tabs", text -> text.replace("  ", "\t"));
		kinds.put("one line", text -> text.replaceAll(">\\s+<", "><"));
		kinds.put("without declaration", text -> text.replaceFirst("<\\?xml[^>]*\\?>\\s*", ""));
		kinds.put("standalone",
				text -> text.replaceFirst("encoding=\"UTF-8\"", "encoding=\"utf-8\" standalone=\"no\""));
		kinds.put("attributes the other way round", text -> tags(text, (name, attributes) -> {
			List<String> turned = new ArrayList<>(attributes);
			Collections.reverse(turned);
			return turned;
		}));
		kinds.put("attributes in a line each", text -> tags(text,
				(name, attributes) -> attributes.stream().map(each -> "\n    " + each.strip()).toList()));
		kinds.put("single quotes",
				text -> tags(text,
						(name, attributes) -> attributes.stream()
							.map(each -> each.contains("'") ? each : each.replace('"', '\''))
							.toList()));
		kinds.put("comments", text -> text.replace("<bpmn:", "<!-- 说明 --><bpmn:"));
		kinds.put("instructions", text -> text.replaceAll("(<bpmn:(userTask|sequenceFlow))", "<?note a?>$1"));
		kinds.put("no self-closing",
				text -> TAG.matcher(text)
					.replaceAll(tag -> tag.group(3).contains("/")
							? Matcher.quoteReplacement("<" + tag.group(1) + tag.group(2) + "></" + tag.group(1) + ">")
							: Matcher.quoteReplacement(tag.group())));
		kinds.put("CDATA in remarks", text -> text.replaceAll("(?s)<bpmn:documentation>(.*?)</bpmn:documentation>",
				"<bpmn:documentation><![CDATA[$1]]></bpmn:documentation>"));
		kinds.put("CDATA in conditions",
				text -> text.replaceAll("(<bpmn:conditionExpression[^>]*>)([^<]*)<", "$1<![CDATA[$2]]><"));
		kinds.put("numbers for characters", text -> text.replace("？", "&#xFF1F;").replace("办", "&#21150;"));
		kinds.put("saved by a program", text -> new Drawing(text.getBytes(UTF_8)).text());
	}

	private static void namespaces(Map<String, UnaryOperator<String>> kinds) {
		for (String prefix : List.of("bpmn2", "semantic", "model")) {
			kinds.put("prefix " + prefix, text -> renamed(text, "bpmn", prefix));
		}
		kinds.put("no prefix",
				text -> text.replace("<bpmn:", "<")
					.replace("</bpmn:", "</")
					.replace("xmlns:bpmn=", "xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:bpmn="));
		kinds.put("prefix of the engine", text -> renamed(text, "camunda", "ca"));
		kinds.put("prefixes of the picture",
				text -> renamed(renamed(renamed(text, "bpmndi", "pic"), "dc", "omgdc"), "di", "omgdi"));
		kinds.put("exporter", text -> text.replace(" id=\"Definitions_",
				" exporter=\"Camunda Modeler\" exporterVersion=\"5.36.1\" id=\"Definitions_"));
		kinds.put("another exporter", text -> text.replace(" id=\"Definitions_",
				" exporter=\"bpmn-js (https://demo.bpmn.io)\" exporterVersion=\"18.1.1\" id=\"Definitions_"));
		kinds.put("languages", text -> text.replace(" id=\"Definitions_",
				" typeLanguage=\"http://www.w3.org/2001/XMLSchema\" expressionLanguage=\"http://www.w3.org/1999/XPath\" id=\"Definitions_"));
		kinds.put("schema", text -> text.replace(" id=\"Definitions_",
				" xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL BPMN20.xsd\" id=\"Definitions_"));
		kinds.put("another id of the whole", text -> text.replace(" id=\"Definitions_", " id=\"sid-"));
	}

	private static void pictures(Map<String, UnaryOperator<String>> kinds) {
		kinds.put("moved", text -> moved(text, 37));
		kinds.put("moved far", text -> moved(text, 4000));
		kinds.put("decimals", text -> text.replaceAll("( (?:x|y|width|height)=\"\\d+)\"", "$1.25\""));
		kinds.put("other ids of the picture",
				text -> text.replaceAll(" id=\"(Shape|Edge|Plane|Diagram)_", " id=\"BPMN$1_"));
		kinds.put("no ids of shapes", text -> text.replaceAll(" id=\"(Shape|Edge)_[^\"]*\"", ""));
		kinds.put("colours of bpmn.io", text -> text.replace("<bpmndi:BPMNShape", "<bpmndi:BPMNShape" + BIOC));
		kinds.put("colours of the OMG", text -> text.replace("<bpmndi:BPMNShape", "<bpmndi:BPMNShape" + OMG));
		kinds.put("labels of flows", text -> text.replace("</bpmndi:BPMNEdge>",
				"<bpmndi:BPMNLabel><dc:Bounds x=\"10\" y=\"10\" width=\"30\" height=\"14\" /></bpmndi:BPMNLabel></bpmndi:BPMNEdge>"));
		kinds.put("no labels",
				text -> text.replaceAll("(?s)<bpmndi:BPMNLabel>.*?</bpmndi:BPMNLabel>", "<bpmndi:BPMNLabel />"));
		kinds.put("marks of shapes",
				text -> text.replace("<bpmndi:BPMNShape", "<bpmndi:BPMNShape isHorizontal=\"true\""));
		kinds.put("resolution",
				text -> text.replace("<bpmndi:BPMNDiagram", "<bpmndi:BPMNDiagram name=\"图\" resolution=\"96\""));
		kinds.put("style of labels", text -> text.replace("</bpmndi:BPMNDiagram>",
				"<bpmndi:BPMNLabelStyle id=\"Style\"><dc:Font name=\"宋体\" size=\"11\" /></bpmndi:BPMNLabelStyle></bpmndi:BPMNDiagram>"));
		kinds.put("picture before the model", text -> {
			String picture = text.substring(text.indexOf("<bpmndi:BPMNDiagram"), text.indexOf("</bpmn:definitions>"));
			return text.replace(picture, "")
				.replaceFirst("(<bpmn:(?:process|message) )", Matcher.quoteReplacement(picture) + "$1");
		});
	}

	private static void remarks(Map<String, UnaryOperator<String>> kinds) {
		kinds.put("annotation", text -> inProcess(text,
				"<bpmn:textAnnotation id=\"Note_1\"><bpmn:text>请注意</bpmn:text></bpmn:textAnnotation>"
						+ "<bpmn:association id=\"Line_1\" associationDirection=\"None\" sourceRef=\"Note_1\" targetRef=\"Note_1\" />"));
		kinds.put("group", text -> inProcess(text, "<bpmn:group id=\"Group_1\" />"));
		kinds.put("group of a category", text -> inProcess(text,
				"<bpmn:group id=\"Group_1\" categoryValueRef=\"Value_1\" />")
			.replace("<bpmndi:BPMNDiagram",
					"<bpmn:category id=\"Category_1\"><bpmn:categoryValue id=\"Value_1\" value=\"初审\" /></bpmn:category><bpmndi:BPMNDiagram"));
		kinds.put("document as a shape", text -> inProcess(text,
				"<bpmn:dataObject id=\"Data_1\" /><bpmn:dataObjectReference id=\"Data_2\" name=\"申请书\" dataObjectRef=\"Data_1\" />"));
		kinds.put("lane", text -> inProcess(text,
				"<bpmn:laneSet id=\"Lanes\"><bpmn:lane id=\"Lane\" name=\"各方\" /></bpmn:laneSet>"));
		kinds.put("remarks at flows", text -> text.replaceAll("(<bpmn:sequenceFlow [^>]*)\\s*/>",
				"$1><bpmn:documentation>经办流向</bpmn:documentation></bpmn:sequenceFlow>"));
		kinds.put("empty extensions", text -> text.replaceAll("(<bpmn:sequenceFlow [^>]*)\\s*/>",
				"$1><bpmn:extensionElements /></bpmn:sequenceFlow>"));
		kinds.put("extension of another tool", text -> text.replaceAll("(<bpmn:sequenceFlow [^>]*)\\s*/>",
				"$1><bpmn:extensionElements><signavio:signavioMetaData xmlns:signavio=\"http://www.signavio.com\" metaKey=\"bgcolor\" metaValue=\"#ffffff\" /></bpmn:extensionElements></bpmn:sequenceFlow>"));
		kinds.put("no ways at the steps",
				text -> text.replaceAll("\\s*<bpmn:(incoming|outgoing)>[^<]*</bpmn:(incoming|outgoing)>", ""));
		kinds.put("direction of gateways", text -> text.replace("<bpmn:exclusiveGateway ",
				"<bpmn:exclusiveGateway gatewayDirection=\"Unspecified\" "));
		kinds.put("plain attributes", text -> text.replace("<bpmn:userTask ",
				"<bpmn:userTask startQuantity=\"1\" completionQuantity=\"1\" isForCompensation=\"false\" implementation=\"##unspecified\" "));
		kinds.put("remarks of the modeler",
				text -> text.replace("<bpmn:process ", "<bpmn:process camunda:isStartableInTasklist=\"false\" "));
		kinds.put("closed process",
				text -> text.replace("<bpmn:process ", "<bpmn:process isClosed=\"false\" processType=\"None\" "));
	}

	private interface Attributes {

		List<String> of(String name, List<String> attributes);

	}

	private static String tags(String text, Attributes change) {
		return TAG.matcher(text).replaceAll(tag -> {
			List<String> attributes = ATTRIBUTE.matcher(tag.group(2)).results().map(MatchResult::group).toList();
			return Matcher.quoteReplacement(
					"<" + tag.group(1) + String.join("", change.of(tag.group(1), attributes)) + tag.group(3) + ">");
		});
	}

	private static String renamed(String text, String prefix, String other) {
		return text.replaceAll("(</?)" + prefix + ":", "$1" + other + ":")
			.replaceAll("(\\s)" + prefix + ":(?=[\\w]+=\")", "$1" + other + ":")
			.replace("xmlns:" + prefix + "=", "xmlns:" + other + "=")
			.replace("xsi:type=\"" + prefix + ":", "xsi:type=\"" + other + ":");
	}

	private static String moved(String text, int points) {
		return NUMBER.matcher(text)
			.replaceAll(at -> at.group(1) + (Integer.parseInt(at.group(2)) + points) + at.group(3));
	}

	private static String inProcess(String text, String more) {
		return text.replace("</bpmn:process>", more + "</bpmn:process>");
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("variations")
	void areNotFoundFaultWith(String kind, ReleaseId release, UnaryOperator<String> change) {
		PackFiles shipped = PackFiles.shipped(release.pack());
		Map<String, byte[]> files = new TreeMap<>(shipped.all());
		int varied = 0;
		for (Map.Entry<String, byte[]> file : shipped.all().entrySet()) {
			if (file.getKey().endsWith(".bpmn")) {
				String text = new String(file.getValue(), UTF_8);
				String other = change.apply(text);
				varied += other.equals(text) ? 0 : 1;
				files.put(file.getKey(), other.getBytes(UTF_8));
			}
		}

		assertThat(ProcessTestEngine.modelCheck().check(ShippedPacks.packs().get(release), PackFiles.of(files)))
			.extracting(finding -> finding.file() + " " + FindingWords.chinese(finding))
			.isEmpty();
		assertThat(varied).as(kind).isGreaterThanOrEqualTo(kind.startsWith("as it is") ? 0 : 3);
	}

}
