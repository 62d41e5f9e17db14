package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.CodeInvalid;
import cn.ecopark.organisation.NotAPerson;
import cn.ecopark.organisation.SignInNameTaken;
import cn.ecopark.organisation.SignInRefused;
import cn.ecopark.organisation.WeakPassword;
import cn.ecopark.shared.Refusal;
import cn.ecopark.web.view.FieldError;

/** Puts a refusal to the field it is about. */
@Component
class Complaints {

	private final MessageSource messages;

	Complaints(MessageSource messages) {
		this.messages = messages;
	}

	List<FieldError> of(Refusal refusal, Locale locale) {
		return List.of(new FieldError(fieldOf(refusal),
				this.messages.getMessage(refusal.wordsKey(), refusal.arguments(), locale)));
	}

	List<FieldError> passwordsDiffer(Locale locale) {
		return List.of(new FieldError("repeated",
				this.messages.getMessage("problem.organisation.passwords-differ", null, locale)));
	}

	private static String fieldOf(Refusal refusal) {
		if (refusal instanceof CodeInvalid || refusal instanceof SignInRefused) {
			return "code";
		}
		if (refusal instanceof WeakPassword) {
			return "password";
		}
		if (refusal instanceof SignInNameTaken) {
			return "username";
		}
		return refusal instanceof NotAPerson person ? person.field() : "unit";
	}

}
