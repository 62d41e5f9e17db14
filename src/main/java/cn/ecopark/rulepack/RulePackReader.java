package cn.ecopark.rulepack;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import cn.ecopark.rulepack.Limit.OnReturn;
import cn.ecopark.rulepack.OutcomeKind.Tone;
import cn.ecopark.rulepack.RulePack.DatedMinistries;
import cn.ecopark.rulepack.RulePack.Role;

/** Reads the data files of a pack. A file that lacks something stops the start, naming file and key. */
final class RulePackReader {

	private RulePackReader() {
	}

	static RulePack read(Resource resource) throws IOException {
		Entry pack = load(resource, "pack.yaml");
		Entry roles = load(resource, "roles.yaml");
		return new RulePack(pack.text("id"), pack.text("title"), LocalDate.parse(pack.text("validFrom")),
				pack.entries("procedures", RulePackReader::procedure), pack.list("lifeStrip"),
				load(resource, "limits.yaml").entries("limits", RulePackReader::limit),
				load(resource, "documents.yaml").entries("documents", RulePackReader::document),
				load(resource, "outcomes.yaml").entries("outcomes", RulePackReader::outcome),
				roles.entries("roles", RulePackReader::role), ministries(roles));
	}

	private static Procedure procedure(String key, Entry entry) {
		return new Procedure(key, entry.text("zh"), entry.text("en"), Procedure.Kind.valueOf(entry.text("kind")));
	}

	private static Limit limit(String key, Entry entry) {
		return new Limit(key, entry.number("days"), entry.number("remindBefore"), OnReturn.valueOf(entry.text("onReturn")),
				entry.text("zh"), entry.text("source"), entry.flag("confirmed"));
	}

	private static DocumentKind document(String key, Entry entry) {
		return new DocumentKind(key, entry.text("zh"), entry.text("en"), entry.text("source"), entry.flag("confirmed"));
	}

	private static OutcomeKind outcome(String key, Entry entry) {
		return new OutcomeKind(key, entry.text("zh"), entry.text("en"), Tone.valueOf(entry.text("tone").toUpperCase()));
	}

	private static Role role(String key, Entry entry) {
		Map<String, String> units = new LinkedHashMap<>();
		entry.optional("unitByCaseKind").ifPresent(byKind -> byKind.values.forEach((kind, unit) -> units.put(kind, unit.toString())));
		return new Role(key, entry.text("zh"), entry.text("en"), units);
	}

	private static List<DatedMinistries> ministries(Entry roles) {
		List<DatedMinistries> dated = new ArrayList<>();
		if (roles.values.get("ministries") instanceof List<?> list) {
			for (Object item : list) {
				Entry entry = new Entry(roles.file, item);
				dated.add(new DatedMinistries(LocalDate.parse(entry.text("from")), entry.list("units")));
			}
		}
		return dated;
	}

	private static Entry load(Resource resource, String file) throws IOException {
		try (InputStream stream = RulePacks.beside(resource, file)) {
			return new Entry(file, new Yaml(new SafeConstructor(new LoaderOptions())).load(stream));
		}
	}

	/** One mapping of a data file. */
	private static final class Entry {

		private final String file;

		private final Map<String, Object> values = new LinkedHashMap<>();

		Entry(String file, Object node) {
			this.file = file;
			if (node instanceof Map<?, ?> map) {
				map.forEach((key, value) -> this.values.put(String.valueOf(key), value));
			}
		}

		String text(String key) {
			Object value = this.values.get(key);
			if (value == null) {
				throw new IllegalStateException(this.file + " lacks " + key + " in " + this.values);
			}
			return value instanceof java.util.Date date
					? date.toInstant().atZone(java.time.ZoneOffset.UTC).toLocalDate().toString() : value.toString();
		}

		int number(String key) {
			return Integer.parseInt(text(key));
		}

		boolean flag(String key) {
			return Boolean.parseBoolean(text(key));
		}

		List<String> list(String key) {
			return this.values.get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
		}

		Optional<Entry> optional(String key) {
			return this.values.get(key) instanceof Map<?, ?> map ? Optional.of(new Entry(this.file, map)) : Optional.empty();
		}

		<T> Map<String, T> entries(String key, BiFunction<String, Entry, T> read) {
			Entry holder = optional(key).orElse(this);
			Map<String, T> entries = new LinkedHashMap<>();
			holder.values.forEach((name, node) -> entries.put(name, read.apply(name, new Entry(this.file, node))));
			return entries;
		}

	}

}
