package cn.ecopark.casefile.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseLinks;
import cn.ecopark.casefile.CaseList.Filter;
import cn.ecopark.casefile.CaseList.Key;
import cn.ecopark.casefile.CloseCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.StepReminders;
import cn.ecopark.casefile.Whereabouts;
import cn.ecopark.casefile.WithdrawCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.UnitKind;

/** The list of cases, the page of one, and what may be done with a case as a whole. */
@Controller
class CaseController {

	private final CaseAccess access;

	private final CurrentActor current;

	private final Pages pages;

	private final Commands commands;

	CaseController(CaseAccess access, CurrentActor current, Pages pages, Commands commands) {
		this.access = access;
		this.current = current;
		this.pages = pages;
		this.commands = commands;
	}

	/** What is shown. */
	@Component
	record Pages(CaseLists lists, CasePages cases, CaseWords words, ObjectProvider<CaseLinks> links,
			ObjectProvider<StepReminders> reminders) {

		List<CaseLinks.Link> links(EcoCase ecoCase, Actor reader, Locale locale) {
			return this.links.orderedStream().flatMap(one -> one.of(ecoCase, reader, locale).stream()).toList();
		}

	}

	/** What is done. */
	@Component
	record Commands(OpenCase open, WithdrawCase withdraw, CloseCase close, Whereabouts whereabouts) {
	}

	@GetMapping("/cases")
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String province,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before, Model model, Locale locale) {
		model.addAttribute("page",
				this.pages.lists()
					.page(new Filter(q, kind, state, province), Key.parse(after), Key.parse(before), this.current.get(),
							locale));
		return "casefile/list";
	}

	@GetMapping("/cases/{id}")
	String show(@PathVariable String id, Model model, Locale locale) {
		Actor reader = this.current.get();
		EcoCase ecoCase = this.access.read(reader, id);
		model.addAttribute("page", this.pages.cases().page(ecoCase, reader, locale));
		model.addAttribute("links", this.pages.links(ecoCase, reader, locale));
		model.addAttribute("reminders",
				this.pages.reminders()
					.orderedStream()
					.flatMap(one -> one.of(ecoCase.id(), reader, locale).stream())
					.toList());
		model.addAttribute("approvalSheet", reader.unitKind() != UnitKind.PARK);
		return "casefile/case";
	}

	@PostMapping("/cases")
	String open(@RequestParam String kind, @RequestParam long park,
			@RequestParam(required = false) @Nullable String reason) {
		Actor actor = this.current.get();
		EcoCase opened = this.commands.open().open(kind, park, reason, actor);
		return "redirect:" + this.commands.whereabouts()
			.own(actor, opened.id())
			.map(place -> String.valueOf(place.url()))
			.orElse("/cases/" + opened.id());
	}

	@PostMapping("/parks/{park}/cases")
	String openForPark(@PathVariable long park, @RequestParam String kind,
			@RequestParam(required = false) @Nullable String reason) {
		return open(kind, park, reason);
	}

	@PostMapping("/cases/{id}/withdraw")
	String withdraw(@PathVariable String id, @RequestParam(required = false) @Nullable String reason,
			RedirectAttributes redirect, Locale locale) {
		this.commands.withdraw().withdraw(id, Reason.of(reason), this.current.get());
		redirect.addFlashAttribute("notice", this.pages.words().text("casefile.done.withdrawn", locale));
		return "redirect:/cases/" + id;
	}

	@PostMapping("/cases/{id}/close")
	String close(@PathVariable String id, @RequestParam(required = false) @Nullable String reason,
			RedirectAttributes redirect, Locale locale) {
		this.commands.close().close(id, Reason.of(reason), this.current.get());
		redirect.addFlashAttribute("notice", this.pages.words().text("casefile.done.closed", locale));
		return "redirect:/cases/" + id;
	}

}
