package cn.ecopark.paper.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.Refusal;
import cn.ecopark.web.view.FieldError;

/** Words of the pages of papers, in the reader's language. */
@Component
class PaperWords {

	private final MessageSource messages;

	PaperWords(MessageSource messages) {
		this.messages = messages;
	}

	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	FieldError error(String field, Refusal refusal) {
		return new FieldError(field, text("problem." + refusal.problem(), refusal.arguments()));
	}

}
