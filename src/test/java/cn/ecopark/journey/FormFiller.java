package cn.ecopark.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import cn.ecopark.journey.Browser.Field;

/**
 * Fills a form as somebody in a hurry does: what is given is entered, every other field
 * gets something plausible and invented.
 */
final class FormFiller {

	private static final String INVENTED = "示例内容（虚构）";

	private final Document page;

	private final Element form;

	FormFiller(Document page, String selector) {
		this.page = page;
		this.form = page.expectFirst(selector);
	}

	String action() {
		return this.form.absUrl("action");
	}

	/**
	 * @param given values by name of the field; a list chooses several check boxes
	 */
	List<Field> fill(Map<String, List<String>> given, String today) {
		List<Field> fields = new ArrayList<>();
		List<String> radiosDone = new ArrayList<>();
		for (Element input : this.form.select("input[name], select[name], textarea[name]")) {
			String name = input.attr("name");
			if (given.containsKey(name) || input.hasAttr("disabled") || input.closest("template") != null) {
				continue;
			}
			switch (input.attr("type")) {
				case "radio" -> {
					if (!radiosDone.contains(name)) {
						radiosDone.add(name);
						fields.add(new Field(name, chosenRadio(name)));
					}
				}
				case "checkbox" -> {
					if (input.hasAttr("checked") || input.hasAttr("required")) {
						fields.add(new Field(name, input.hasAttr("value") ? input.attr("value") : "true"));
					}
				}
				case "hidden" -> fields.add(new Field(name, input.attr("value")));
				case "file", "submit", "button" -> {
				}
				default -> fields.add(new Field(name, value(input, today)));
			}
		}
		given.forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
		return fields;
	}

	private String chosenRadio(String name) {
		Element checked = this.form.selectFirst("input[type=radio][name=\"" + name + "\"][checked]");
		return (checked != null ? checked : this.form.expectFirst("input[type=radio][name=\"" + name + "\"]"))
			.attr("value");
	}

	private static String value(Element input, String today) {
		if (input.normalName().equals("select")) {
			Element chosen = input.selectFirst("option[selected]");
			Element first = input.selectFirst("option:not([value=\"\"])");
			return chosen != null && !chosen.attr("value").isEmpty() ? chosen.attr("value")
					: input.hasAttr("required") && first != null ? first.attr("value") : "";
		}
		String present = input.normalName().equals("textarea") ? input.text() : input.attr("value");
		if (!present.isEmpty() || !input.attr("name").startsWith("f.")) {
			return present;
		}
		String name = input.attr("name").toLowerCase(Locale.ROOT);
		if (name.contains("phone") || name.contains("fax")) {
			return "010-55550118";
		}
		if (name.contains("postcode")) {
			return "100000";
		}
		if (name.contains("email")) {
			return "gongshi@example.gov.cn";
		}
		return switch (input.attr("type")) {
			case "number" -> input.hasAttr("max") ? input.attr("max") : input.hasAttr("min") ? input.attr("min") : "1";
			case "date" -> input.hasAttr("required") ? today : "";
			default -> input.hasAttr("required") ? INVENTED : "";
		};
	}

	Document page() {
		return this.page;
	}

}
