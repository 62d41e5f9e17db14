package cn.ecopark.web;

import java.util.Locale;
import java.util.Optional;

/**
 * What stands over and below every page and goes by the day; implemented by the module
 * that knows names by day. A page asks it in any state, also one about a failure, so that
 * it never throws.
 */
public interface Masthead {

	/**
	 * @return what parks are named today; empty where nobody has said it
	 */
	Optional<String> title(Locale locale);

	/**
	 * @return the full name that the Office has today
	 */
	Optional<String> host();

}
