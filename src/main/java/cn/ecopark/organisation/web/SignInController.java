package cn.ecopark.organisation.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import cn.ecopark.organisation.FirstAdministrator;

/** The sign-in page; the form itself is received by Spring Security. */
@Controller
class SignInController {

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

	private static SignInPage page(HttpServletRequest request) {
		RefusedSignIn.Refused refused = RefusedSignIn.take(request);
		if (refused != null) {
			return new SignInPage(refused.name(), refused.seconds() == 0, refused.seconds(), false, false);
		}
		return new SignInPage("", false, 0, request.getParameter("signedOut") != null,
				request.getParameter("expired") != null);
	}

}
