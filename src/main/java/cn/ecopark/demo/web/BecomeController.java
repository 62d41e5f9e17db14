package cn.ecopark.demo.web;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.demo.Making;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.SessionSignIn;

/**
 * Lets anybody be any of the invented people by one click. There is no such page but in
 * the demonstration.
 */
@Controller
@RequestMapping("/demo/people")
@ConditionalOnBooleanProperty("ecopark.demonstration")
class BecomeController {

	/** Seconds. */
	private static final String AGAIN = "2";

	private final People people;

	private final PeoplePages pages;

	private final SessionSignIn sessions;

	private final Audit audit;

	private final Making making;

	BecomeController(People people, PeoplePages pages, SessionSignIn sessions, Audit audit, Making making) {
		this.making = making;
		this.people = people;
		this.pages = pages;
		this.sessions = sessions;
		this.audit = audit;
	}

	/** As long as nobody can come in the page comes again by itself. */
	@GetMapping
	String page(Model model, HttpServletResponse response, Locale locale) {
		PeoplePage page = this.pages.page(locale);
		if (!page.isOpen()) {
			response.setHeader("Refresh", AGAIN);
		}
		model.addAttribute("page", page);
		return "demo/people";
	}

	/**
	 * Only the invented can be chosen: nobody becomes a real person by a click, in the
	 * demonstration neither. And nobody before the last day of those who make the cases
	 * has come: the page says how far they are.
	 */
	@PostMapping
	String become(@RequestParam long person, HttpServletRequest request, HttpServletResponse response) {
		if (!this.making.state().map(Making.State::isWelcoming).orElse(true)) {
			return "redirect:/demo/people";
		}
		Actor actor = this.people.find(person)
			.filter(Person::invented)
			.flatMap((found) -> this.people.actor(found.id()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		String landing = this.sessions.begin(actor, request, response);
		this.audit.record(Subject.ADMINISTRATION, "sign-in.demonstration", Map.of("person", Long.toString(person)));
		return "redirect:" + landing;
	}

}
