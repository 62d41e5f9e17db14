package cn.ecopark.studio.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.DraftFiles;
import cn.ecopark.studio.TemplateMarks;

/**
 * What the panel of the studio asks, for the desktop Modeler: element templates whose
 * choices are those of the draft. Of a list the Modeler lets nobody choose several, so
 * that such fields are text, with what may stand there said beside.
 */
@Component
class ElementTemplates {

	private static final String SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

	private static final String PROPERTY = "camunda:property";

	private static final String DEPLOYMENT = "deployment";

	/** Fields with one value, by the list it is chosen from. */
	private static final Map<String, String> CHOSEN = Map.of("purpose", "purposes", "limit", "limits", "audience",
			"audiences", "silence", "silences", "signatures", "signatures", "secret", "yesOrNo", "batch", "batches",
			"result", "outcomes");

	/** Fields with several, by the list they are from. */
	private static final Map<String, String> LISTED = Map.of("outcomes", "outcomes", "points", "outcomes", "choices",
			"outcomes", "documents", "handedIn", "optionalDocuments", "handedIn", "issues", "made");

	private static final List<String> OF_STEPS = List.of("purpose", "verb", "outcomes", "limit", "documents",
			"optionalDocuments", "issues", "audience", "points", "choices", "silence", "signatures", "secret", "batch");

	private final DraftFiles files;

	private final RulePacks packs;

	private final DiagramWords words;

	private final Texts texts;

	ElementTemplates(DraftFiles files, RulePacks packs, DiagramWords words, Texts texts) {
		this.files = files;
		this.packs = packs;
		this.words = words;
		this.texts = texts;
	}

	/**
	 * @return templates of steps, of effects, of calls and of ends, as their schema wants
	 * them
	 */
	List<Map<String, Object>> of(Draft draft, Locale locale) {
		PackFiles files = this.files.of(draft);
		DiagramWords.Choices choices = this.words
			.of(PackCheck.dataOf(files).orElseGet(() -> this.packs.get(draft.basedOn())), files, locale);
		List<Map<String, Object>> step = new ArrayList<>();
		step.add(chosen(choices, "who", attribute("camunda:candidateGroups"), "roles", "", locale));
		step.add(chosen(choices, "form", attribute("camunda:formRef"), "forms", "", locale));
		step.add(hidden("camunda:formRefBinding"));
		OF_STEPS.forEach(key -> step.add(property(choices, key, locale)));
		return List.of(template(draft, choices, "userTask", step, locale),
				template(draft, choices, "serviceTask",
						List.of(effect(choices, locale), property(choices, "issues", locale)), locale),
				template(draft, choices, "callActivity",
						List.of(chosen(choices, "calls", attribute("calledElement"), "diagrams", "", locale),
								hidden("camunda:calledElementBinding")),
						locale),
				template(draft, choices, "endEvent", List.of(property(choices, "result", locale)), locale));
	}

	private Map<String, Object> template(Draft draft, DiagramWords.Choices choices, String element,
			List<Map<String, Object>> properties, Locale locale) {
		String type = Character.toUpperCase(element.charAt(0)) + element.substring(1);
		Map<String, Object> template = new LinkedHashMap<>();
		template.put("$schema", SCHEMA);
		template.put("name", this.texts.in(locale, "studio.desktop.template",
				String.valueOf(choices.words().get("kind." + type)), draft.pack()));
		template.put("id", TemplateMarks.idOf(draft.pack(), element));
		template.put("description", this.texts.in(locale, "studio.desktop.template.from", draft.title()));
		template.put("appliesTo", List.of("bpmn:" + type));
		template.put("entriesVisible", true);
		template.put("properties", properties);
		return template;
	}

	private Map<String, Object> property(DiagramWords.Choices choices, String key, Locale locale) {
		Map<String, Object> binding = Map.of("type", PROPERTY, "name", key);
		String from = CHOSEN.get(key);
		if (from != null) {
			return chosen(choices, key, binding, from, "", locale);
		}
		Map<String, Object> field = field(choices, key, "String", binding);
		String list = LISTED.get(key);
		if (list != null) {
			String codes = choices.lists()
				.getOrDefault(list, List.of())
				.stream()
				.map(one -> one.value() + " " + one.label())
				.collect(Collectors.joining("; "));
			field.put("description",
					this.texts.in(locale, "studio.desktop.list." + ("issues".equals(key) ? "issues" : "plain"), codes));
		}
		return field;
	}

	private Map<String, Object> effect(DiagramWords.Choices choices, Locale locale) {
		return chosen(choices, "effect", attribute("camunda:delegateExpression"), "effects", "${%s}", locale);
	}

	/**
	 * @param written how a value stands in the diagram, with {@code %s} for the value;
	 * empty for the value alone
	 */
	private Map<String, Object> chosen(DiagramWords.Choices choices, String key, Map<String, Object> binding,
			String from, String written, Locale locale) {
		Map<String, Object> field = field(choices, key, "Dropdown", binding);
		List<Map<String, String>> offered = new ArrayList<>();
		offered.add(Map.of("name", this.texts.in(locale, "studio.field.none"), "value", ""));
		choices.lists()
			.getOrDefault(from, List.of())
			.forEach(one -> offered.add(Map.of("name", one.label(), "value",
					written.isEmpty() ? one.value() : written.formatted(one.value()))));
		field.put("choices", offered);
		return field;
	}

	private static Map<String, Object> field(DiagramWords.Choices choices, String key, String type,
			Map<String, Object> binding) {
		Map<String, Object> field = new LinkedHashMap<>();
		field.put("label", String.valueOf(choices.words().get(key)));
		field.put("type", type);
		field.put("binding", binding);
		return field;
	}

	/** What a step or call says besides, always the same. */
	private static Map<String, Object> hidden(String name) {
		Map<String, Object> field = new LinkedHashMap<>();
		field.put("type", "Hidden");
		field.put("value", DEPLOYMENT);
		field.put("binding", attribute(name));
		return field;
	}

	private static Map<String, Object> attribute(String name) {
		return Map.of("type", "property", "name", name);
	}

}
