package cn.ecopark.audit.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.AuditNames;
import cn.ecopark.audit.TellableDetails;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Puts entries in words, with the names that stand behind their ids. */
@Component
class AuditRows {

	/** Chains of what people do bear the ids of the dossiers whose rows they changed. */
	private static final String ROWS_OF_DOSSIER = "rows:dossier:";

	private static final List<String> REFUSED = List.of(".refused", ".throttled", ".repeated", ".unlawful");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final AuditNames names;

	private final List<AttestedRows> attested;

	private final Texts texts;

	AuditRows(AuditNames names, List<AttestedRows> attested, Texts texts) {
		this.names = names;
		this.attested = attested;
		this.texts = texts;
	}

	List<AuditPage.Row> of(List<AuditEntry> entries, Locale locale) {
		Map<String, Optional<String>> about = new HashMap<>();
		return entries.stream()
			.map((entry) -> row(entry, about.computeIfAbsent(entry.subject(), this::named).orElse(null), locale))
			.toList();
	}

	@Nullable String about(String subject) {
		return named(subject).orElse(null);
	}

	/** What was done, in words; its code where there are none. */
	String action(String code, Locale locale) {
		return this.texts.inOr(locale, "audit.action." + code, code);
	}

	private Optional<String> named(String subject) {
		String id = subject.substring(subject.indexOf(':') + 1);
		return this.attested.stream()
			.flatMap((rows) -> rows.nameOf(subject).or(() -> rows.nameOf(ROWS_OF_DOSSIER + id)).stream())
			.findFirst();
	}

	private AuditPage.Row row(AuditEntry entry, @Nullable String about, Locale locale) {
		boolean system = entry.who().personId() == 0;
		String who = system ? this.texts.in(locale, "audit.page.system") : entry.who().name();
		String unit = system ? "" : this.names.unit(entry.who().unitId(), entry.caseAt());
		Tone tone = REFUSED.stream().anyMatch(entry.action()::endsWith) ? Tone.WARN : Tone.QUIET;
		return new AuditPage.Row(entry.at().atZone(CaseTime.ZONE), entry.caseAt().atZone(CaseTime.ZONE), who, unit,
				new Tag(action(entry.action(), locale), tone), entry.action(), entry.subject(), about, entry.seq(),
				facts(entry), entry.hash());
	}

	private List<AuditPage.Fact> facts(AuditEntry entry) {
		List<AuditPage.Fact> facts = new ArrayList<>();
		for (Map.Entry<String, JsonNode> detail : JSON.readTree(TellableDetails.of(entry)).properties()) {
			String value = detail.getValue().isString() ? detail.getValue().asString() : detail.getValue().toString();
			boolean person = detail.getKey().equals("person");
			facts.add(new AuditPage.Fact(detail.getKey(), person ? this.names.person(value) : value));
		}
		return facts;
	}

}
