package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.ChangePerson;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.NotAPerson;
import cn.ecopark.organisation.OwnAccount;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.UnknownUnit;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;

/** One person: what he or she is and was, changing it, 停用 and 启用. */
@Controller
@RequestMapping("/admin/people/{id}")
class PersonController {

	private final People people;

	private final ChangePerson change;

	private final PersonPages pages;

	private final CurrentActor current;

	private final Complaints complaints;

	private final Texts texts;

	PersonController(People people, ChangePerson change, PersonPages pages, CurrentActor current, Complaints complaints,
			Texts texts) {
		this.people = people;
		this.change = change;
		this.pages = pages;
		this.current = current;
		this.complaints = complaints;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView page(@PathVariable long id, Locale locale) {
		return new ModelAndView("organisation/person", "page", this.pages.page(person(id), locale));
	}

	@OncePerPage
	@PostMapping
	ModelAndView change(@PathVariable long id, @ModelAttribute PersonForm form, RedirectAttributes redirect,
			Locale locale) {
		Person before = person(id);
		Integer typed = form.version();
		int version = (typed != null) ? typed : -1;
		try {
			this.change.change(id, form.toPerson(before.signInName()), PersonForm.text(form.reason()), version,
					this.current.get());
		}
		catch (NotAPerson | UnknownUnit | OwnAccount refused) {
			ModelAndView page = new ModelAndView("organisation/person", "page", this.pages.page(before, version,
					this.pages.refused(form, this.complaints.of(refused, locale), locale), locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "organisation.person.changed"));
		return new ModelAndView("redirect:/admin/people/" + id);
	}

	@GetMapping("/close")
	ModelAndView closing(@PathVariable long id, Locale locale) {
		return new ModelAndView("organisation/close", "page",
				this.pages.close(person(id), null, "", List.of(), locale));
	}

	/**
	 * @param to {@code unit}, or the number of a colleague
	 */
	@OncePerPage
	@PostMapping("/close")
	ModelAndView close(@PathVariable long id, @RequestParam(required = false) @Nullable String to,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes redirect, Locale locale) {
		Person person = person(id);
		try {
			this.change.close(id, chosen(to), reason, this.current.get());
		}
		catch (NotAPerson refused) {
			return refusedToClose(person, to, reason, refused, locale);
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "organisation.close.done", person.displayName()));
		return new ModelAndView("redirect:/admin/people");
	}

	private ModelAndView refusedToClose(Person person, @Nullable String to, String reason, Refusal refused,
			Locale locale) {
		ModelAndView page = new ModelAndView("organisation/close", "page",
				this.pages.close(person, to, reason, this.complaints.of(refused, locale), locale));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	@PostMapping("/reopen")
	ModelAndView reopen(@PathVariable long id) {
		this.change.reopen(id, this.current.get());
		return new ModelAndView("redirect:/admin/people/" + id);
	}

	private Person person(long id) {
		return this.people.get(id);
	}

	/** Null where nothing was chosen; what is no number is nobody. */
	private static @Nullable Optional<Long> chosen(@Nullable String to) {
		if (to == null || to.isBlank()) {
			return null;
		}
		if (to.equals("unit")) {
			return Optional.empty();
		}
		return Optional.of(to.matches("\\d{1,18}") ? Long.parseLong(to) : 0L);
	}

}
