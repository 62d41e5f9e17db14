package cn.ecopark.audit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words for an operator at a console, in the language of the machine. */
final class AuditWords {

	private AuditWords() {
	}

	static String say(String key, Object... arguments) {
		return MessageFormat.format(texts().getString(key), arguments);
	}

	/**
	 * @return the text, or what stands for it when there is none
	 */
	static String sayOr(String otherwise, String key) {
		ResourceBundle texts = texts();
		return texts.containsKey(key) ? texts.getString(key) : otherwise;
	}

	private static ResourceBundle texts() {
		boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
		return ResourceBundle.getBundle("messages/audit", chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
	}

}
