package cn.ecopark.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.shared.Contended;
import cn.ecopark.shared.Refusal;

/**
 * Turns what controllers refuse into answers; everything else is a fault and goes to
 * {@link Faults}.
 */
@ControllerAdvice
class Problems {

	private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

	private final ProblemCatalogue catalogue;

	private final ProblemViews views;

	Problems(ProblemCatalogue catalogue, ProblemViews views) {
		this.catalogue = catalogue;
		this.views = views;
	}

	@ExceptionHandler
	ModelAndView on(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
		// A file that is not sent leaves its length behind.
		response.setContentLengthLong(-1);
		HttpStatus status = this.catalogue.statusOf(refusal.problem());
		LOG.debug("{} {} refused: {}", request.getMethod(), request.getRequestURI(), refusal.problem());
		return this.views.show(request, status, refusal.problem(),
				this.views.words(refusal.problem(), refusal.arguments()), null);
	}

	@ExceptionHandler
	ModelAndView on(ConcurrencyFailureException conflict, HttpServletRequest request, HttpServletResponse response) {
		return on(new Contended(conflict), request, response);
	}

	@ExceptionHandler
	ModelAndView on(MaxUploadSizeExceededException oversize, HttpServletRequest request) {
		return this.views.show(request, HttpStatus.CONTENT_TOO_LARGE, "too-large", null, null);
	}

}
