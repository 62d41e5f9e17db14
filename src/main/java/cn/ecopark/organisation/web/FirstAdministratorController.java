package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.organisation.FirstAdministrator;
import cn.ecopark.organisation.OwnPassword;
import cn.ecopark.shared.Refusal;
import cn.ecopark.web.view.FieldError;

/**
 * The first administrator of an empty installation; there is no such page once somebody
 * is there.
 */
@Controller
@RequestMapping("/first-administrator")
class FirstAdministratorController {

	private final FirstAdministrator firstAdministrator;

	private final Complaints complaints;

	FirstAdministratorController(FirstAdministrator firstAdministrator, Complaints complaints) {
		this.firstAdministrator = firstAdministrator;
		this.complaints = complaints;
	}

	/** What was typed. */
	record Form(String code, String name, String username, String password, String repeated) {
	}

	@GetMapping
	ModelAndView page() {
		mustBeWanted();
		return page("", "", List.of());
	}

	@PostMapping
	ModelAndView become(@ModelAttribute Form form, HttpServletRequest request, Locale locale) {
		mustBeWanted();
		if (!form.password.equals(form.repeated)) {
			return page(form.name, form.username, this.complaints.passwordsDiffer(locale));
		}
		try {
			this.firstAdministrator.become(form.code, form.username, form.name, form.password, request.getRemoteAddr());
		}
		catch (Refusal refusal) {
			return page(form.name, form.username, this.complaints.of(refusal, locale));
		}
		return new ModelAndView("redirect:/sign-in");
	}

	private void mustBeWanted() {
		if (!this.firstAdministrator.isWanted()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	private static ModelAndView page(String name, String username, List<FieldError> errors) {
		ModelAndView page = new ModelAndView("organisation/first-administrator", "page",
				new FirstAdministratorPage(name, username, OwnPassword.SHORTEST, errors));
		page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

}
