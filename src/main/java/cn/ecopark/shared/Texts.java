package cn.ecopark.shared;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What stands in the message files, in a language of the reader. */
@Component
public class Texts {

	private final MessageSource messages;

	public Texts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * @return the words of that key in the language of the request
	 */
	public String text(String key, @Nullable Object... arguments) {
		return in(LocaleContextHolder.getLocale(), key, arguments);
	}

	/**
	 * @return the words of that key; the key itself where it has none
	 */
	public String in(Locale locale, String key, @Nullable Object... arguments) {
		return Objects.requireNonNullElse(this.messages.getMessage(key, arguments, key, locale), key);
	}

	/**
	 * @return the words of that key; those of the other key where it has none
	 */
	public String inOr(Locale locale, String key, String otherwise, @Nullable Object... arguments) {
		String found = this.messages.getMessage(key, arguments, null, locale);
		return found == null ? in(locale, otherwise, arguments) : found;
	}

	/**
	 * @return the words of a refusal or of whatever else names its key itself
	 */
	public String of(Locale locale, MessageSourceResolvable said) {
		return this.messages.getMessage(said, locale);
	}

	/**
	 * @return whether the reader reads English; everybody else reads Chinese
	 */
	public static boolean english(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
	}

}
