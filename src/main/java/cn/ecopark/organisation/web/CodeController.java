package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.organisation.OwnPassword;
import cn.ecopark.shared.Refusal;
import cn.ecopark.web.view.FieldError;

/** Whoever got a one-time code sets the own password. */
@Controller
@RequestMapping("/sign-in/code")
class CodeController {

	private final OwnPassword ownPassword;

	private final Complaints complaints;

	private final DeviceCookie devices;

	CodeController(OwnPassword ownPassword, Complaints complaints, DeviceCookie devices) {
		this.ownPassword = ownPassword;
		this.complaints = complaints;
		this.devices = devices;
	}

	@GetMapping
	ModelAndView page() {
		return page("", List.of());
	}

	@PostMapping
	ModelAndView set(@RequestParam String username, @RequestParam String code, @RequestParam String password,
			@RequestParam String repeated, HttpServletRequest request, HttpServletResponse response, Locale locale) {
		if (!password.equals(repeated)) {
			return page(username, this.complaints.passwordsDiffer(locale));
		}
		try {
			long person = this.ownPassword.set(username, code, password, request.getRemoteAddr());
			this.devices.noteUse(person, request, response);
		}
		catch (Refusal refusal) {
			return page(username, this.complaints.of(refusal, locale));
		}
		return new ModelAndView("redirect:/sign-in");
	}

	private static ModelAndView page(String username, List<FieldError> errors) {
		ModelAndView page = new ModelAndView("organisation/code", "page",
				new CodePage(username, OwnPassword.SHORTEST, errors));
		page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

}
