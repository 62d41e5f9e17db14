package cn.ecopark.officialdocument.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.shared.Texts;
import cn.ecopark.typesetting.manuscript.DeclaredFact;
import cn.ecopark.typesetting.manuscript.TemplateFault;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Words of the pages on which templates are edited. */
@Component
class TemplateWords {

	private final Texts texts;

	TemplateWords(Texts texts) {
		this.texts = texts;
	}

	String label(OfficialDocumentKind kind, Locale locale) {
		return Texts.english(locale) ? kind.englishLabel() : kind.label();
	}

	String form(OfficialDocumentKind kind, Locale locale) {
		return this.texts.in(locale, "officialdocument.form." + kind.form());
	}

	String issuers(OfficialDocumentKind kind, Locale locale) {
		return kind.issuers().isEmpty() ? this.texts.in(locale, "officialdocument.issuers.NONE")
				: String.join(this.texts.in(locale, "web.list.comma"),
						kind.issuers()
							.stream()
							.map((issuer) -> this.texts.in(locale, "officialdocument.issuers." + issuer))
							.toList());
	}

	String version(int number, Locale locale) {
		return number == 0 ? this.texts.in(locale, "officialdocument.templates.shipped")
				: this.texts.in(locale, "officialdocument.templates.numbered", Integer.toString(number));
	}

	Tag confirmed(OfficialDocumentKind kind, Locale locale) {
		return kind.confirmed() ? new Tag(this.texts.in(locale, "officialdocument.templates.confirmed"), Tone.GOOD)
				: new Tag(this.texts.in(locale, "officialdocument.templates.unconfirmed"), Tone.WARN);
	}

	TemplatePage.Place place(DeclaredFact fact, Locale locale) {
		String label = fact.label();
		String inserted = switch (fact.type()) {
			case TEXT, DATE -> "{{" + label + "}}";
			case LIST -> "{{#" + label + "}}\n（{{序号}}）{{本项}}\n{{/" + label + "}}";
			case TABLE -> "{{#" + label + "}}\n| " + String.join(" | ", cells(fact)) + " |\n{{/" + label + "}}";
		};
		return new TemplatePage.Place(label, inserted, this.texts.in(locale, "officialdocument.fact." + fact.type()),
				fact.example().lines().findFirst().orElse(""), fact.optional());
	}

	private static List<String> cells(DeclaredFact fact) {
		return fact.columns().stream().map((column) -> "{{" + column.label() + "}}").toList();
	}

	List<FieldError> errors(List<TemplateFault> faults, Locale locale) {
		return faults.stream()
			.map((fault) -> new FieldError("source",
					this.texts.in(locale, "officialdocument.fault." + fault.kind(), Integer.toString(fault.line()),
							fault.word())))
			.toList();
	}

}
