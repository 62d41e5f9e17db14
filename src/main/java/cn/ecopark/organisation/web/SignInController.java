package cn.ecopark.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.ecopark.organisation.FirstAdministrator;

/** The sign-in page; the form itself is received by Spring Security. */
@Controller
class SignInController {

	private static final String PAGE = "organisation/sign-in";

	private final FirstAdministrator firstAdministrator;

	SignInController(FirstAdministrator firstAdministrator) {
		this.firstAdministrator = firstAdministrator;
	}

	@GetMapping("/sign-in")
	String page(HttpServletRequest request, Model model) {
		if (this.firstAdministrator.isWanted()) {
			return "redirect:/first-administrator";
		}
		boolean signedOut = request.getParameter("signedOut") != null;
		boolean expired = request.getParameter("expired") != null;
		model.addAttribute("page", new SignInPage("", false, 0, signedOut, expired));
		return PAGE;
	}

	/** A form that was refused is forwarded here; nobody gets here from outside. */
	@PostMapping("/sign-in/refused")
	String refused(@RequestParam(name = "username", defaultValue = "") String name, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		long wait = request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof PasswordSignIn.Refused refused
				? refused.refusal().retryAfter().toSeconds() : 0;
		response.setStatus(wait > 0 ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.UNAUTHORIZED.value());
		if (wait > 0) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
		}
		model.addAttribute("page", new SignInPage(name, wait == 0, wait, false, false));
		return PAGE;
	}

}
