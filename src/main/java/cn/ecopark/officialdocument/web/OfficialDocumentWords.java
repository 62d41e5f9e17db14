package cn.ecopark.officialdocument.web;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.NumberSeries;
import cn.ecopark.shared.Refusal;
import cn.ecopark.web.view.FieldError;

/** Words of the pages of documents, in the reader's language. */
@Component
class OfficialDocumentWords {

	private final MessageSource messages;

	OfficialDocumentWords(MessageSource messages) {
		this.messages = messages;
	}

	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	/** The code of a series and whose documents bear it. */
	String series(NumberSeries series) {
		boolean english = Locale.ENGLISH.getLanguage().equals(LocaleContextHolder.getLocale().getLanguage());
		return series.code() + " " + (english ? series.englishLabel() : series.label());
	}

	/** When a series is given. */
	String validity(NumberSeries series) {
		String from = series.validFrom() == null ? "" : series.validFrom().toString();
		String to = series.validTo() == null ? "" : series.validTo().toString();
		return from.isEmpty() && to.isEmpty() ? text("officialdocument.first.always")
				: text("officialdocument.first.fromTo", from, to);
	}

	FieldError error(String field, Refusal refusal) {
		return new FieldError(field, text(refusal.wordsKey(), refusal.arguments()));
	}

}
