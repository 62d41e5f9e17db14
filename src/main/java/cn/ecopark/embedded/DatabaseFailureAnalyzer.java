package cn.ecopark.embedded;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator in words, not by a stack trace, why there is no database. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseFailure> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DatabaseFailure cause) {
		return new FailureAnalysis(text(cause, "description"), text(cause, "action"), cause);
	}

	private String text(DatabaseFailure failure, String part) {
		boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
		Locale locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
		String pattern = ResourceBundle.getBundle("messages/embedded", locale)
			.getString("embedded." + failure.problem() + "." + part);
		return MessageFormat.format(pattern, failure.arguments());
	}

}
