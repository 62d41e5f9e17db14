package cn.ecopark.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.json.JacksonJsonView;

/**
 * Shows a problem the way it was asked for: as a page, as a part for htmx, or as problem
 * details.
 */
@Component
public class ProblemViews {

	/** The attribute of a request that names the problem it was answered with. */
	public static final String PROBLEM = ProblemViews.class.getName() + ".problem";

	/**
	 * The attribute of a request that names the problem a filter refused it with, where
	 * the status alone would say something else.
	 */
	public static final String REFUSED_WITH = ProblemViews.class.getName() + ".refused-with";

	private final MessageSource messages;

	private final Frame frame;

	ProblemViews(MessageSource messages, Frame frame) {
		this.messages = messages;
		this.frame = frame;
	}

	/**
	 * @param reason why, in the user's language; null for the usual words of the status
	 * @param reference number under which the log has the detail
	 */
	ModelAndView show(HttpServletRequest request, HttpStatus status, String problem, @Nullable String reason,
			@Nullable String reference) {
		request.setAttribute(PROBLEM, problem);
		ProblemPage page = page(status, reason, reference);
		ModelAndView view = wantsJson(request) ? details(problem, page)
				: new ModelAndView(isPart(request) ? "error/alert :: alert" : "error/problem");
		view.addObject("page", page);
		view.addObject("layout", (this.frame.viewer() != null) ? "layout" : "portal");
		view.setStatus(status);
		return view;
	}

	String words(String problem, @Nullable Object... arguments) {
		return Objects
			.requireNonNull(this.messages.getMessage("problem." + problem, arguments, word(422, "reason"), locale()));
	}

	private ProblemPage page(HttpStatus status, @Nullable String reason, @Nullable String reference) {
		boolean known = this.frame.viewer() != null;
		String advice = (reason == null) ? word(status.value(), "advice") : null;
		return new ProblemPage(status.value(), word(status.value(), "title"),
				(reason != null) ? reason : word(status.value(), "reason"), advice, reference, known ? "/" : "/notices",
				this.messages.getMessage(known ? "web.problem.back" : "web.problem.backPublic", null, locale()));
	}

	/** The words twice: programs made for the engine look for them in {@code message}. */
	private static ModelAndView details(String problem, ProblemPage page) {
		JacksonJsonView view = new JacksonJsonView();
		view.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		view.setExtractValueFromSingleKeyModel(true);
		view.setModelKey("details");
		return new ModelAndView(view, Map.of("details", Map.of("type", "/problems/" + problem, "title", page.title(),
				"status", page.status(), "detail", page.reason(), "message", page.reason())));
	}

	private static boolean isPart(HttpServletRequest request) {
		return request.getHeader("HX-Request") != null;
	}

	private static boolean wantsJson(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains("json") && !accept.contains("html");
	}

	private String word(int status, String part) {
		String otherwise = this.messages.getMessage("web.problem.other." + part, null, locale());
		return Objects
			.requireNonNull(this.messages.getMessage("web.problem." + status + "." + part, null, otherwise, locale()));
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
