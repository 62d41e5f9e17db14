package cn.ecopark.officialdocument.web;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.NumberSeries;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;

/** Words of the pages of documents, in the reader's language. */
@Component
class OfficialDocumentWords {

	private final Texts texts;

	OfficialDocumentWords(Texts texts) {
		this.texts = texts;
	}

	/** The code of a series and whose documents bear it. */
	String series(NumberSeries series) {
		boolean english = Texts.english(LocaleContextHolder.getLocale());
		return series.code() + " " + (english ? series.englishLabel() : series.label());
	}

	/** When a series is given. */
	String validity(NumberSeries series) {
		String from = series.validFrom() == null ? "" : series.validFrom().toString();
		String to = series.validTo() == null ? "" : series.validTo().toString();
		return from.isEmpty() && to.isEmpty() ? this.texts.text("officialdocument.first.always")
				: this.texts.text("officialdocument.first.fromTo", from, to);
	}

	FieldError error(String field, Refusal refusal) {
		return new FieldError(field, this.texts.text(refusal.wordsKey(), refusal.arguments()));
	}

}
