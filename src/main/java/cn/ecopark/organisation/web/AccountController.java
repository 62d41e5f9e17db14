package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.OwnPassword;
import cn.ecopark.organisation.OwnSessions;
import cn.ecopark.organisation.PersonHistory;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;

/** Everybody's own account: password, sessions, what was done to it. */
@Controller
@RequestMapping("/account")
class AccountController {

	private static final String TO_PAGE = "redirect:/account";

	private final OwnPassword password;

	private final OwnSessions sessions;

	private final PersonHistory history;

	private final AccountPages pages;

	private final CurrentActor current;

	private final Complaints complaints;

	private final Texts texts;

	private final DeviceCookie devices;

	AccountController(OwnPassword password, OwnSessions sessions, PersonHistory history, AccountPages pages,
			CurrentActor current, Complaints complaints, Texts texts, DeviceCookie devices) {
		this.password = password;
		this.sessions = sessions;
		this.history = history;
		this.pages = pages;
		this.current = current;
		this.complaints = complaints;
		this.texts = texts;
		this.devices = devices;
	}

	@GetMapping
	ModelAndView page(HttpServletRequest request, Locale locale) {
		return page(request, List.of(), locale);
	}

	@PostMapping("/password")
	ModelAndView change(@RequestParam(defaultValue = "") String old, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String repeated, HttpServletRequest request, RedirectAttributes redirect,
			Locale locale) {
		if (!password.equals(repeated)) {
			return page(request, this.complaints.passwordsDiffer(locale), locale);
		}
		try {
			this.password.change(this.current.get(), old, password, sessionOf(request), this.devices.of(request));
		}
		catch (Refusal refused) {
			return page(request, this.complaints.of(refused, locale), locale);
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "organisation.account.passwordChanged"));
		return new ModelAndView(TO_PAGE);
	}

	/**
	 * @param key of one session; {@code others}: all but this one
	 */
	@PostMapping("/sessions/end")
	ModelAndView end(@RequestParam(defaultValue = "") String key, HttpServletRequest request) {
		if (key.equals("others")) {
			this.sessions.endOthers(this.current.get(), sessionOf(request));
		}
		else {
			this.sessions.end(this.current.get(), key);
		}
		return new ModelAndView(TO_PAGE);
	}

	@PostMapping("/seen")
	ModelAndView seen(@RequestParam(defaultValue = "0") long change) {
		this.history.seen(this.current.get().personId(), change);
		return new ModelAndView("redirect:/");
	}

	private ModelAndView page(HttpServletRequest request, List<FieldError> errors, Locale locale) {
		ModelAndView page = new ModelAndView("organisation/account", "page",
				this.pages.page(sessionOf(request), errors, locale));
		page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private static String sessionOf(HttpServletRequest request) {
		return request.getSession().getId();
	}

}
