package cn.ecopark.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Chinese unless the reader chose English, remembered in a cookie; a browser's own
 * preference changes nothing.
 */
class ChosenLanguage extends CookieLocaleResolver {

	ChosenLanguage() {
		super("language");
		setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
		setCookieHttpOnly(true);
		setCookieSameSite("Lax");
	}

	@Override
	public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response,
			@Nullable LocaleContext context) {
		Locale wanted = (context != null) ? context.getLocale() : null;
		super.setLocaleContext(request, response, new SimpleLocaleContext(supported(wanted)));
	}

	@Override
	protected @Nullable Locale parseLocaleValue(String value) {
		return supported(super.parseLocaleValue(value));
	}

	private static Locale supported(@Nullable Locale wanted) {
		return (wanted != null && "en".equals(wanted.getLanguage())) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
	}

}
