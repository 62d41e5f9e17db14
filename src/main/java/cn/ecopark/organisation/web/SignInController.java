package cn.ecopark.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.ecopark.organisation.FirstAdministrator;

/** The sign-in page; the form itself is received by Spring Security. */
@Controller
class SignInController {

	/** Reached from within alone. */
	static final String BUSY = "/sign-in/busy";

	private static final String RETRY_AFTER_SECONDS = "5";

	private final FirstAdministrator firstAdministrator;

	SignInController(FirstAdministrator firstAdministrator) {
		this.firstAdministrator = firstAdministrator;
	}

	@GetMapping("/sign-in")
	String page(HttpServletRequest request, Model model) {
		if (this.firstAdministrator.isWanted()) {
			return "redirect:/first-administrator";
		}
		model.addAttribute("page", page(request));
		return "organisation/sign-in";
	}

	/** Where a form is led to that was not looked at since too many sign in. */
	@PostMapping(BUSY)
	String busy(@RequestParam(defaultValue = "") String username, Model model, HttpServletResponse response) {
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
		model.addAttribute("page", new SignInPage(username, false, 0, true, false, false));
		return "organisation/sign-in";
	}

	private static SignInPage page(HttpServletRequest request) {
		RefusedSignIn.Refused refused = RefusedSignIn.take(request);
		if (refused != null) {
			return new SignInPage(refused.name(), refused.seconds() == 0, refused.seconds(), false, false, false);
		}
		return new SignInPage("", false, 0, false, request.getParameter("signedOut") != null,
				request.getParameter("expired") != null);
	}

}
