package cn.ecopark.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.ecopark.rulepack.ShippedPacks;

/**
 * The shipped diagrams with a change that somebody might draw and the law does not allow.
 */
final class LawlessDrawing {

	private final Map<String, String> models;

	private LawlessDrawing(Map<String, String> models) {
		this.models = models;
	}

	static LawlessDrawing of(String pack) {
		return new LawlessDrawing(new LinkedHashMap<>(ShippedPacks.models(pack)));
	}

	Map<String, String> models() {
		return this.models;
	}

	/** The flow leads to another element, past whatever stands between. */
	LawlessDrawing leads(String process, String flow, String target) {
		return change(process, "(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]* targetRef=\")[^\"]+\"",
				"$1" + target + "\"");
	}

	/** A property of a task has another value. */
	LawlessDrawing says(String process, String task, String property, String value) {
		return change(process, "(<bpmn:userTask id=\"" + task + "\"(?:(?!</bpmn:userTask>).)*?<camunda:property name=\""
				+ property + "\" value=\")[^\"]*\"", "$1" + value + "\"");
	}

	/** Every task of the diagram has that value of a property. */
	LawlessDrawing saysEverywhere(String process, String property, String value) {
		return change(process, "(<camunda:property name=\"" + property + "\" value=\")[^\"]*\"", "$1" + value + "\"");
	}

	/** The task belongs to somebody else. */
	LawlessDrawing belongs(String process, String task, String role) {
		return change(process, "(<bpmn:userTask id=\"" + task + "\"[^>]*candidateGroups=\")[^\"]*\"",
				"$1" + role + "\"");
	}

	/** An element, with all that is in it, is not drawn. */
	LawlessDrawing lacks(String process, String kind, String id) {
		Matcher drawn = Pattern.compile("<bpmn:" + kind + " id=\"" + id + "\".*?</bpmn:" + kind + ">", Pattern.DOTALL)
			.matcher(String.valueOf(this.models.get(process + ".bpmn")));
		if (!drawn.find()) {
			throw new IllegalStateException("No " + id + " in " + process);
		}
		String element = drawn.group();
		reads(process, element, "");
		Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(element);
		while (ids.find()) {
			String shapes = "<bpmndi:BPMN(Shape|Edge)[^>]*bpmnElement=\"" + ids.group(1) + "\".*?</bpmndi:BPMN\\1>";
			this.models.computeIfPresent(process + ".bpmn", (file, text) -> text.replaceAll("(?s)" + shapes, ""));
		}
		return this;
	}

	/** Some text stands for another. */
	LawlessDrawing reads(String process, String shipped, String instead) {
		return change(process, Pattern.quote(shipped), Matcher.quoteReplacement(instead));
	}

	private LawlessDrawing change(String process, String pattern, String instead) {
		String file = process + ".bpmn";
		String shipped = String.valueOf(this.models.get(file));
		String changed = Pattern.compile(pattern, Pattern.DOTALL).matcher(shipped).replaceAll(instead);
		if (changed.equals(shipped)) {
			throw new IllegalStateException("Nothing in " + file + " is like " + pattern);
		}
		this.models.put(file, changed);
		return this;
	}

}
