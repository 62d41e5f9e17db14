package cn.ecopark.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of last resort: never an exception's own words, but a number under which the
 * log has them.
 */
@Controller
class Faults implements ErrorController {

	private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

	private final ProblemViews views;

	Faults(ProblemViews views) {
		this.views = views;
	}

	@RequestMapping("/error")
	ModelAndView show(HttpServletRequest request) {
		HttpStatus status = statusOf(request);
		String reference = status.is5xxServerError() ? log(request, status) : null;
		if (request.getAttribute(ProblemViews.REFUSED_WITH) instanceof String problem) {
			return this.views.show(request, status, problem, this.views.words(problem), null);
		}
		return this.views.show(request, status, "http-" + status.value(), null, reference);
	}

	private static String log(HttpServletRequest request, HttpStatus status) {
		String reference = NumberedRequests.numberOf(request);
		LOG.error("{} {} {} {}", reference, status.value(), request.getMethod(),
				request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), fault(request));
		return reference;
	}

	private static @Nullable Throwable fault(HttpServletRequest request) {
		return (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
	}

	private static HttpStatus statusOf(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : null;
		return (status != null) ? status : HttpStatus.NOT_FOUND;
	}

}
