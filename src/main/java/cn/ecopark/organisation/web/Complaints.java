package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.CodeInvalid;
import cn.ecopark.organisation.NotAPerson;
import cn.ecopark.organisation.OwnAccount;
import cn.ecopark.organisation.OwnPassword;
import cn.ecopark.organisation.SignInNameTaken;
import cn.ecopark.organisation.SignInRefused;
import cn.ecopark.organisation.WeakPassword;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;

/** Puts a refusal to the field it is about. */
@Component
class Complaints {

	private final Texts texts;

	Complaints(Texts texts) {
		this.texts = texts;
	}

	List<FieldError> of(Refusal refusal, Locale locale) {
		return List
			.of(new FieldError(fieldOf(refusal), this.texts.in(locale, refusal.wordsKey(), refusal.arguments())));
	}

	List<FieldError> passwordsDiffer(Locale locale) {
		return List.of(new FieldError("repeated", this.texts.in(locale, "problem.organisation.passwords-differ")));
	}

	private static String fieldOf(Refusal refusal) {
		if (refusal instanceof CodeInvalid || refusal instanceof SignInRefused) {
			return "code";
		}
		if (refusal instanceof OwnPassword.OldPasswordWrong) {
			return "old";
		}
		if (refusal instanceof OwnAccount) {
			return "role";
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
