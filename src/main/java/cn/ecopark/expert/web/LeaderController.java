package cn.ecopark.expert.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseRefusals.ReasonMissing;
import cn.ecopark.casefile.CaseRefusals.ReasonTooLong;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.expert.PanelRefusals.CannotLead;
import cn.ecopark.expert.PanelRefusals.NoPanel;
import cn.ecopark.expert.ReplaceLeader;
import cn.ecopark.expert.ReplaceLeader.Led;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.People;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;

/** 更换组长: the page on which the Office appoints another leader of a panel. */
@Controller
@RequestMapping("/cases/{id}/panel-leader")
class LeaderController {

	private final ReplaceLeader replaceLeader;

	private final CaseAccess access;

	private final People people;

	private final CurrentActor current;

	private final Texts texts;

	LeaderController(ReplaceLeader replaceLeader, CaseAccess access, People people, CurrentActor current, Texts texts) {
		this.replaceLeader = replaceLeader;
		this.access = access;
		this.people = people;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView page(@PathVariable String id) {
		return page(id, null, "", List.of(), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView replace(@PathVariable String id, @RequestParam(required = false) @Nullable String person,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes redirect, Locale locale) {
		Long chosen = id(person);
		try {
			this.replaceLeader.replace(id, chosen, Reason.of(reason), this.current.get());
		}
		catch (ReasonMissing | ReasonTooLong refused) {
			List<FieldError> errors = new ArrayList<>();
			if (chosen == null) {
				errors.add(error("person", new CannotLead(), locale));
			}
			errors.add(error("reason", refused, locale));
			return page(id, chosen, reason, errors, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (CannotLead refused) {
			return page(id, chosen, reason, List.of(error("person", refused, locale)),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "expert.leader.replaced"));
		return new ModelAndView("redirect:/cases/" + id);
	}

	private ModelAndView page(String id, @Nullable Long chosen, String reason, List<FieldError> errors,
			HttpStatus status) {
		Actor actor = this.current.get();
		EcoCase ecoCase = this.access.read(actor, id);
		Led led = this.replaceLeader.offered(ecoCase, actor).orElseThrow(NoPanel::new);
		ModelAndView view = new ModelAndView("expert/leader", Map.of("page", new LeaderPage(id, ecoCase.park().name(),
				this.people.nameOf(led.leader()), members(led.members(), chosen), reason, errors)));
		view.setStatus(status);
		return view;
	}

	private List<LeaderPage.Member> members(List<Long> people, @Nullable Long chosen) {
		Map<Long, String> names = this.people.namesOf(people);
		Map<Long, Expert> experts = this.people.experts(people);
		return people.stream()
			.map(person -> new LeaderPage.Member(person, names.getOrDefault(person, ""),
					Optional.ofNullable(experts.get(person)).map(Expert::employer).orElse(""), person.equals(chosen)))
			.toList();
	}

	private FieldError error(String field, Refusal refused, Locale locale) {
		return new FieldError(field, this.texts.in(locale, refused.wordsKey(), refused.arguments()));
	}

	private static @Nullable Long id(@Nullable String person) {
		return person == null || !person.matches("\\d{1,18}") ? null : Long.valueOf(person);
	}

}
