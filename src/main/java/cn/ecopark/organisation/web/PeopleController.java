package cn.ecopark.organisation.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

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

import cn.ecopark.organisation.AccountCodes;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.PeopleOrder;
import cn.ecopark.organisation.PeopleRegister;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;
import cn.ecopark.shared.Texts;
import cn.ecopark.spreadsheet.TakeListOut;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;

/**
 * The security administrator's page: who there is, in which unit, and one-time codes for
 * them.
 */
@Controller
@RequestMapping("/admin/people")
class PeopleController {

	private final PeopleRegister register;

	private final AccountCodes codes;

	private final CurrentActor current;

	private final PeopleAdminPages pages;

	private final PersonPages person;

	private final Complaints complaints;

	private final Texts texts;

	private final TakeListOut takeOut;

	PeopleController(PeopleRegister register, AccountCodes codes, CurrentActor current, PeopleAdminPages pages,
			PersonPages person, Complaints complaints, Texts texts, TakeListOut takeOut) {
		this.register = register;
		this.codes = codes;
		this.current = current;
		this.pages = pages;
		this.person = person;
		this.complaints = complaints;
		this.texts = texts;
		this.takeOut = takeOut;
	}

	@GetMapping
	ModelAndView list(@RequestParam(name = "q", defaultValue = "") String query,
			@RequestParam(defaultValue = "") String sort, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before, Locale locale) {
		return view(this.pages.list(new SearchWords(query), SortedBy.of(sort, PeopleOrder.USUAL),
				Cursor.ofIds(after, before), locale));
	}

	/** Taking rows out is recorded, therefore a post. */
	@PostMapping("/export")
	void export(@RequestParam(name = "q", defaultValue = "") String query, @RequestParam(defaultValue = "") String sort,
			HttpServletResponse response, Locale locale) throws IOException {
		this.takeOut.write(this.pages.sheet(new SearchWords(query), SortedBy.of(sort, PeopleOrder.USUAL), locale),
				response, locale);
	}

	@GetMapping("/new")
	ModelAndView blank(Locale locale) {
		return new ModelAndView("organisation/new-person", "page", this.person.blank(locale));
	}

	@OncePerPage
	@PostMapping
	ModelAndView add(@ModelAttribute PersonForm form, Locale locale) {
		long id;
		try {
			id = this.register.add(form.toPerson(PersonForm.text(form.username())));
		}
		catch (Refusal refusal) {
			List<FieldError> errors = this.complaints.of(refusal, locale);
			ModelAndView page = new ModelAndView("organisation/new-person", "page",
					this.person.refused(form, errors, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		return issue(id, locale);
	}

	/**
	 * The code is in the answer itself and nowhere else, so there is no redirect after
	 * this post.
	 */
	@PostMapping("/{id}/code")
	ModelAndView issue(@PathVariable long id, Locale locale) {
		return view(this.pages.issued(this.codes.ask(id, this.current.get()), locale));
	}

	@PostMapping("/codes/{request}/confirm")
	ModelAndView confirm(@PathVariable long request, Locale locale) {
		return view(this.pages.issued(this.codes.confirm(request, this.current.get()), locale));
	}

	@PostMapping("/codes/{request}/refuse")
	ModelAndView refuse(@PathVariable long request, RedirectAttributes redirect, Locale locale) {
		this.codes.refuse(request, this.current.get());
		redirect.addFlashAttribute("notice", this.texts.in(locale, "organisation.waiting.refused"));
		return new ModelAndView("redirect:/admin/people");
	}

	private static ModelAndView view(PeopleAdminPage page) {
		return new ModelAndView("organisation/people", "page", page);
	}

}
