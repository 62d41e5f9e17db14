package cn.ecopark.casefile.web;

import java.util.List;
import java.util.Locale;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseLinks;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.StepReminders;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.shared.OneReading;

/** The page of a case. */
@Controller
class CaseController {

	private final CaseAccess access;

	private final CurrentActor current;

	private final CasePages cases;

	private final ObjectProvider<CaseLinks> links;

	private final ObjectProvider<StepReminders> reminders;

	private final SuspensionWords suspension;

	CaseController(CaseAccess access, CurrentActor current, CasePages cases, ObjectProvider<CaseLinks> links,
			ObjectProvider<StepReminders> reminders, SuspensionWords suspension) {
		this.access = access;
		this.current = current;
		this.cases = cases;
		this.links = links;
		this.reminders = reminders;
		this.suspension = suspension;
	}

	@OneReading
	@GetMapping("/cases/{id}")
	String show(@PathVariable String id, Model model, Locale locale) {
		Actor reader = this.current.get();
		EcoCase ecoCase = this.access.read(reader, id);
		model.addAttribute("page", this.cases.page(ecoCase, reader, locale));
		model.addAttribute("suspension", this.suspension.of(id, locale));
		model.addAttribute("links", links(ecoCase, reader, locale));
		model.addAttribute("reminders",
				this.reminders.orderedStream().flatMap(one -> one.of(ecoCase.id(), reader, locale).stream()).toList());
		model.addAttribute("approvalSheet", reader.unitLevel() != UnitLevel.PARK);
		return "casefile/case";
	}

	private List<CaseLinks.Link> links(EcoCase ecoCase, Actor reader, Locale locale) {
		return this.links.orderedStream().flatMap(one -> one.of(ecoCase, reader, locale).stream()).toList();
	}

}
