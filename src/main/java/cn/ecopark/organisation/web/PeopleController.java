package cn.ecopark.organisation.web;

import java.util.Locale;
import java.util.Set;

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

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.NewPerson;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.PeopleRegister;
import cn.ecopark.organisation.Person;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.web.OncePerPage;

/**
 * The security administrator's page: who there is, in which unit, and one-time codes for
 * them.
 */
@Controller
@RequestMapping("/admin/people")
class PeopleController {

	private static final String TO_LIST = "redirect:/admin/people";

	private final People people;

	private final PeopleRegister register;

	private final CurrentActor current;

	private final PeopleAdminPages pages;

	private final Complaints complaints;

	PeopleController(People people, PeopleRegister register, CurrentActor current, PeopleAdminPages pages,
			Complaints complaints) {
		this.people = people;
		this.register = register;
		this.current = current;
		this.pages = pages;
		this.complaints = complaints;
	}

	/** What was typed. */
	record Form(String username, String name, String unit, @Nullable Set<MemberRole> role, @Nullable String field,
			@Nullable String employer, @Nullable String title) {

		/**
		 * @throws cn.ecopark.organisation.NotAPerson if it cannot stand
		 */
		NewPerson toPerson() {
			Set<MemberRole> roles = this.role != null ? this.role : Set.of();
			return new NewPerson(this.username, this.name, this.unit, roles, roles.contains(MemberRole.EXPERT)
					? new NewPerson.Expertise(text(this.field), text(this.employer), text(this.title)) : null);
		}

		PeopleAdminPage.Entry toEntry() {
			return new PeopleAdminPage.Entry(this.username, this.name, text(this.field), text(this.employer),
					text(this.title));
		}

		private static String text(@Nullable String typed) {
			return typed != null ? typed.strip() : "";
		}

	}

	@GetMapping
	ModelAndView list(@RequestParam(name = "q", defaultValue = "") String query,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before, Locale locale) {
		return view(this.pages.list(query, Cursor.ofIds(after, before), locale));
	}

	@OncePerPage
	@PostMapping
	ModelAndView add(@ModelAttribute Form form, Locale locale) {
		try {
			long id = this.register.add(form.toPerson());
			return issue(id, locale);
		}
		catch (Refusal refusal) {
			ModelAndView page = view(this.pages.refused(form, this.complaints.of(refusal, locale), locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
	}

	/**
	 * The code is in the answer itself and nowhere else, so there is no redirect after
	 * this post.
	 */
	@PostMapping("/{id}/code")
	ModelAndView issue(@PathVariable long id, Locale locale) {
		String code = this.register.issueCode(id);
		Person person = this.people.find(id).orElseThrow();
		return view(
				this.pages.issued(new PeopleAdminPage.Issued(person.displayName(), person.signInName(), code), locale));
	}

	@PostMapping("/{id}/close")
	ModelAndView close(@PathVariable long id) {
		this.register.close(id, this.current.get());
		return new ModelAndView(TO_LIST);
	}

	@PostMapping("/{id}/reopen")
	ModelAndView reopen(@PathVariable long id) {
		this.register.reopen(id);
		return new ModelAndView(TO_LIST);
	}

	private static ModelAndView view(PeopleAdminPage page) {
		return new ModelAndView("organisation/people", "page", page);
	}

}
