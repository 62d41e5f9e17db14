package cn.ecopark.officialdocument.web;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.typesetting.manuscript.DeclaredFact;
import cn.ecopark.typesetting.manuscript.TemplateFault;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Words of the pages on which templates are edited. */
@Component
class TemplateWords {

	private final MessageSource messages;

	TemplateWords(MessageSource messages) {
		this.messages = messages;
	}

	String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	String label(OfficialDocumentKind kind, Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? kind.englishLabel() : kind.label();
	}

	String form(OfficialDocumentKind kind, Locale locale) {
		return text("officialdocument.form." + kind.form(), locale);
	}

	String issuers(OfficialDocumentKind kind, Locale locale) {
		return kind.issuers().isEmpty() ? text("officialdocument.issuers.NONE", locale) : String.join(
				text("web.list.comma", locale),
				kind.issuers().stream().map((issuer) -> text("officialdocument.issuers." + issuer, locale)).toList());
	}

	String version(int number, Locale locale) {
		return number == 0 ? text("officialdocument.templates.shipped", locale)
				: text("officialdocument.templates.numbered", locale, Integer.toString(number));
	}

	Tag confirmed(OfficialDocumentKind kind, Locale locale) {
		return kind.confirmed() ? new Tag(text("officialdocument.templates.confirmed", locale), Tone.GOOD)
				: new Tag(text("officialdocument.templates.unconfirmed", locale), Tone.WARN);
	}

	TemplatePage.Place place(DeclaredFact fact, Locale locale) {
		String label = fact.label();
		String inserted = switch (fact.type()) {
			case TEXT, DATE -> "{{" + label + "}}";
			case LIST -> "{{#" + label + "}}\n（{{序号}}）{{本项}}\n{{/" + label + "}}";
			case TABLE -> "{{#" + label + "}}\n| " + String.join(" | ", cells(fact)) + " |\n{{/" + label + "}}";
		};
		return new TemplatePage.Place(label, inserted, text("officialdocument.fact." + fact.type(), locale),
				fact.example().lines().findFirst().orElse(""), fact.optional());
	}

	private static List<String> cells(DeclaredFact fact) {
		return fact.columns().stream().map((column) -> "{{" + column.label() + "}}").toList();
	}

	List<FieldError> errors(List<TemplateFault> faults, Locale locale) {
		return faults.stream()
			.map((fault) -> new FieldError("source",
					text("officialdocument.fault." + fault.kind(), locale, Integer.toString(fault.line()),
							fault.word())))
			.toList();
	}

}
