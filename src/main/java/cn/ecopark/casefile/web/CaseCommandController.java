package cn.ecopark.casefile.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.casefile.CloseCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.Whereabouts;
import cn.ecopark.casefile.WithdrawCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;

/** What is done with a case as a whole: it is opened, withdrawn or closed. */
@Controller
class CaseCommandController {

	private final OpenCase openCase;

	private final WithdrawCase withdrawCase;

	private final CloseCase closeCase;

	private final Whereabouts whereabouts;

	private final CurrentActor current;

	private final Texts texts;

	CaseCommandController(OpenCase openCase, WithdrawCase withdrawCase, CloseCase closeCase, Whereabouts whereabouts,
			CurrentActor current, Texts texts) {
		this.openCase = openCase;
		this.withdrawCase = withdrawCase;
		this.closeCase = closeCase;
		this.whereabouts = whereabouts;
		this.current = current;
		this.texts = texts;
	}

	@PostMapping("/cases")
	String open(@RequestParam String kind, @RequestParam long park,
			@RequestParam(required = false) @Nullable String reason) {
		Actor actor = this.current.get();
		EcoCase opened = this.openCase.open(kind, park, reason, actor);
		return "redirect:" + this.whereabouts.own(actor, opened.id())
			.map(place -> String.valueOf(place.url()))
			.orElse("/cases/" + opened.id());
	}

	@PostMapping("/parks/{park}/cases")
	String openForPark(@PathVariable long park, @RequestParam String kind,
			@RequestParam(required = false) @Nullable String reason) {
		return open(kind, park, reason);
	}

	@OncePerPage
	@PostMapping("/cases/{id}/withdraw")
	String withdraw(@PathVariable String id, @RequestParam(required = false) @Nullable String reason,
			RedirectAttributes redirect, Locale locale) {
		this.withdrawCase.withdraw(id, Reason.of(reason), this.current.get());
		redirect.addFlashAttribute("notice", this.texts.in(locale, "casefile.done.withdrawn"));
		return "redirect:/cases/" + id;
	}

	@OncePerPage
	@PostMapping("/cases/{id}/close")
	String close(@PathVariable String id, @RequestParam(required = false) @Nullable String reason,
			RedirectAttributes redirect, Locale locale) {
		this.closeCase.close(id, Reason.of(reason), this.current.get());
		redirect.addFlashAttribute("notice", this.texts.in(locale, "casefile.done.closed"));
		return "redirect:/cases/" + id;
	}

}
