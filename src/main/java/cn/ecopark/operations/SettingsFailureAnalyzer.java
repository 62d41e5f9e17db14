package cn.ecopark.operations;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator in words, not by a stack trace, what to set. */
class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsFailure> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SettingsFailure cause) {
		return new FailureAnalysis(text(cause, "description"), text(cause, "action"), cause);
	}

	private static String text(SettingsFailure failure, String part) {
		boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
		String pattern = ResourceBundle
			.getBundle("messages/operations", chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH)
			.getString("operations.settings." + failure.problem() + "." + part);
		return MessageFormat.format(pattern, failure.arguments());
	}

}
