package cn.ecopark.studio.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import cn.ecopark.organisation.Audience;
import cn.ecopark.process.pack.Effect;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;

/**
 * What a pack has to choose from for each step of a diagram, in the reader's language,
 * and what the panel beside the drawing calls it.
 */
@Component
class DiagramWords {

	/** What the panel asks, and what stands at its buttons. */
	private static final List<String> WORDS = List.of("name", "who", "purpose", "verb", "outcomes", "limit", "form",
			"documents", "optionalDocuments", "issues", "audience", "points", "choices", "silence", "signatures",
			"secret", "batch", "effect", "calls", "result", "due", "condition", "more", "none", "add", "remove",
			"unknown", "anyOutcome", "always", "issuedWith");

	private static final List<String> KINDS = List.of("process", "startEvent", "endEvent", "userTask", "serviceTask",
			"callActivity", "subProcess", "exclusiveGateway", "parallelGateway", "sequenceFlow",
			"intermediateCatchEvent", "boundaryEvent", "textAnnotation", "task");

	private static final String FORM = ".form";

	private final Texts texts;

	DiagramWords(Texts texts) {
		this.texts = texts;
	}

	/**
	 * One value that a field may have.
	 *
	 * @param value as it stands in diagrams
	 */
	record Choosable(String value, String label) {
	}

	/**
	 * All that the panel needs besides the drawing.
	 *
	 * @param lists what can be chosen, by name of the list
	 * @param words of the panel by key
	 */
	record Choices(Map<String, List<Choosable>> lists, Map<String, String> words) {
	}

	Choices of(RulePack pack, PackFiles files, Locale locale) {
		Map<String, List<Choosable>> lists = new LinkedHashMap<>();
		lists.put("roles", list(pack.roles().values().stream(), Role::code,
				role -> said(locale, role.label(), role.englishLabel())));
		lists.put("purposes", list(Arrays.stream(Purpose.values()).filter(purpose -> purpose != Purpose.ORDINARY),
				Purpose::name, purpose -> this.texts.in(locale, "finding.purpose." + purpose)));
		lists.put("limits", list(pack.limits().values().stream(), Limit::key, limit -> limit(limit, locale)));
		lists.put("forms",
				files.in(PackFiles.FORMS)
					.keySet()
					.stream()
					.filter(name -> name.endsWith(FORM))
					.map(name -> name.substring(0, name.length() - FORM.length()))
					.map(name -> new Choosable(name, name))
					.toList());
		lists.put("outcomes", outcomes(pack, outcome -> !outcome.marks().silence(), locale));
		lists.put("silences", outcomes(pack, outcome -> outcome.marks().silence(), locale));
		lists.put("handedIn", documents(pack, DocumentKind::isHandedIn, locale));
		lists.put("made", documents(pack, document -> !document.isHandedIn(), locale));
		lists.put("audiences", list(Arrays.stream(Audience.values()), Audience::name,
				audience -> this.texts.in(locale, "casefile.audience." + audience)));
		lists.put("effects", list(Arrays.stream(Effect.values()), Effect::text,
				effect -> this.texts.in(locale, "catalogue.effect." + effect.text())));
		lists.put("batches", procedures(pack, kind -> kind == Procedure.Kind.BATCH, locale));
		lists.put("diagrams",
				procedures(pack, kind -> kind == Procedure.Kind.STAGE || kind == Procedure.Kind.PART, locale));
		lists.put("signatures",
				Stream.of("1", "2", "3")
					.map(count -> new Choosable(count, this.texts.in(locale, "studio.field.signatures." + count)))
					.toList());
		lists.put("yesOrNo",
				Stream.of("true", "false")
					.map(answer -> new Choosable(answer, this.texts.in(locale, "studio.field.secret." + answer)))
					.toList());
		return new Choices(lists, words(locale));
	}

	private Map<String, String> words(Locale locale) {
		Map<String, String> words = new LinkedHashMap<>();
		WORDS.forEach(key -> words.put(key, this.texts.in(locale, "studio.field." + key)));
		// Kinds go by the names of types in the model, which begin with a capital.
		KINDS.forEach(kind -> words.put("kind." + Character.toUpperCase(kind.charAt(0)) + kind.substring(1),
				StringUtils.capitalize(this.texts.in(locale, "finding.kind." + kind))));
		return words;
	}

	private String limit(Limit limit, Locale locale) {
		String length = this.texts.in(locale, limit.term().messageKey(), String.valueOf(limit.term().amount()));
		return this.texts.in(locale, "studio.field.limit.option", said(locale, limit.label(), limit.englishLabel()),
				length);
	}

	private static List<Choosable> outcomes(RulePack pack, Predicate<OutcomeKind> wanted, Locale locale) {
		return list(pack.outcomes().values().stream().filter(wanted), OutcomeKind::code,
				outcome -> said(locale, outcome.label(), outcome.englishLabel()));
	}

	private static List<Choosable> documents(RulePack pack, Predicate<DocumentKind> wanted, Locale locale) {
		return list(pack.documents().values().stream().filter(wanted), DocumentKind::key,
				document -> said(locale, document.label(), document.englishLabel()));
	}

	private static List<Choosable> procedures(RulePack pack, Predicate<Procedure.Kind> wanted, Locale locale) {
		return list(pack.procedures().values().stream().filter(procedure -> wanted.test(procedure.kind())),
				Procedure::key, procedure -> said(locale, procedure.label(), procedure.englishLabel()));
	}

	private static <T> List<Choosable> list(Stream<T> all, Function<T, String> value, Function<T, String> label) {
		return all.map(one -> new Choosable(value.apply(one), label.apply(one))).toList();
	}

	private static String said(Locale locale, String chinese, String english) {
		return Texts.english(locale) ? english : chinese;
	}

}
