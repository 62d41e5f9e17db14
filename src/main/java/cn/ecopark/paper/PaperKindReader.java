package cn.ecopark.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import cn.ecopark.casefile.Audience;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.paper.PaperFact.Column;
import cn.ecopark.paper.PaperFact.Type;

/**
 * Reads the kinds of paper of a pack; what is missing or wrong stops the start, naming
 * it.
 */
final class PaperKindReader {

	private static final String OPTIONAL = "~";

	private final ReleaseId release;

	private final Map<?, ?> facts;

	private PaperKindReader(ReleaseId release, Map<?, ?> facts) {
		this.release = release;
		this.facts = facts;
	}

	static List<PaperKind> read(ReleaseId release, String text) {
		Map<?, ?> root = new Yaml(new SafeConstructor(strict())).load(text);
		PaperKindReader reader = new PaperKindReader(release, map(root, "facts"));
		return map(root, "papers").entrySet()
			.stream()
			.map((entry) -> reader.kind(entry.getKey().toString(), (Map<?, ?>) entry.getValue()))
			.toList();
	}

	private PaperKind kind(String key, Map<?, ?> entry) {
		return new PaperKind(this.release, key, text(entry, "zh"), text(entry, "en"),
				PaperForm.valueOf(text(entry, "form").toUpperCase(Locale.ROOT)),
				entry.containsKey("decisions") ? texts(entry, "decisions") : List.of(), texts(entry, "issuers"),
				entry.containsKey("series") ? text(entry, "series") : null, Audience.valueOf(text(entry, "audience")),
				text(entry, "source"), Boolean.parseBoolean(text(entry, "confirmed")),
				texts(entry, "facts").stream().map(this::fact).toList());
	}

	private PaperFact fact(String named) {
		boolean optional = named.endsWith(OPTIONAL);
		String name = optional ? named.substring(0, named.length() - OPTIONAL.length()) : named;
		Map<?, ?> entry = map(this.facts, name);
		Type type = Type.valueOf(text(entry, "type").toUpperCase(Locale.ROOT));
		return new PaperFact(name, text(entry, "zh"), type, columns(entry), optional, text(entry, "example"));
	}

	private static List<Column> columns(Map<?, ?> entry) {
		Map<String, String> columns = new LinkedHashMap<>();
		if (entry.get("columns") instanceof Map<?, ?> given) {
			given.forEach((name, label) -> columns.put(name.toString(), label.toString()));
		}
		return columns.entrySet().stream().map((column) -> new Column(column.getKey(), column.getValue())).toList();
	}

	private static List<String> texts(Map<?, ?> entry, String key) {
		return required(entry, key) instanceof List<?> texts ? texts.stream().map(Object::toString).toList()
				: List.of();
	}

	private static Map<?, ?> map(Map<?, ?> entry, String key) {
		return (Map<?, ?>) required(entry, key);
	}

	private static String text(Map<?, ?> entry, String key) {
		return required(entry, key).toString();
	}

	private static Object required(Map<?, ?> entry, String key) {
		@Nullable Object value = entry.get(key);
		if (value == null) {
			throw new IllegalStateException("papers.yaml lacks " + key + " in " + entry);
		}
		return value;
	}

	/** A key that stands twice would silently hide one of its values. */
	private static LoaderOptions strict() {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		return options;
	}

}
