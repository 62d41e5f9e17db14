package cn.ecopark.worklist.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseRefusals.ReasonMissing;
import cn.ecopark.casefile.CaseRefusals.ReasonTooLong;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.Role;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.worklist.ChangeUnit;
import cn.ecopark.worklist.ChangeUnit.Changeable;
import cn.ecopark.worklist.TaskRefusals.NoUnitToChange;
import cn.ecopark.worklist.TaskRefusals.UnitCannotTakeOver;

/** 更换承办单位: the page on which the Office puts another unit in the place of one. */
@Controller
@RequestMapping("/cases/{id}/units/{role}")
class ChangeUnitController {

	private static final String UNIT = "unit";

	private static final String REASON = "reason";

	private final ChangeUnit changeUnit;

	private final CaseAccess access;

	private final Units units;

	private final CurrentActor current;

	private final CaseTime time;

	private final Texts texts;

	ChangeUnitController(ChangeUnit changeUnit, CaseAccess access, Units units, CurrentActor current, CaseTime time,
			Texts texts) {
		this.changeUnit = changeUnit;
		this.access = access;
		this.units = units;
		this.current = current;
		this.time = time;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView page(@PathVariable String id, @PathVariable String role, Locale locale) {
		return page(id, role, new Entry("", "", List.of()), HttpStatus.OK, locale);
	}

	@OncePerPage
	@PostMapping
	ModelAndView change(@PathVariable String id, @PathVariable String role,
			@RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes redirect, Locale locale) {
		try {
			this.changeUnit.change(id, role, unit, Reason.of(reason), this.current.get());
		}
		catch (ReasonMissing | ReasonTooLong refused) {
			List<FieldError> errors = new ArrayList<>();
			if (unit.isEmpty()) {
				errors.add(error(UNIT, new UnitCannotTakeOver(), locale));
			}
			errors.add(error(REASON, refused, locale));
			return page(id, role, new Entry(unit, reason, errors), HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		catch (UnitCannotTakeOver | LegalRefusal refused) {
			return page(id, role, new Entry(unit, reason, List.of(error(UNIT, refused, locale))),
					HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "worklist.change-unit.done"));
		return new ModelAndView("redirect:/cases/" + id);
	}

	private record Entry(String unit, String reason, List<FieldError> errors) {
	}

	private ModelAndView page(String id, String role, Entry entry, HttpStatus status, Locale locale) {
		Actor actor = this.current.get();
		EcoCase ecoCase = this.access.read(actor, id);
		Changeable now = this.changeUnit.offered(ecoCase, role, actor).orElseThrow(NoUnitToChange::new);
		List<Choice> choices = now.others()
			.stream()
			.map(one -> new Choice(one.id(), this.units.nameOn(one.id(), this.time.today()),
					Objects.equals(one.id(), entry.unit())))
			.toList();
		ModelAndView view = new ModelAndView("worklist/change-unit", "page",
				new ChangeUnitPage(id, ecoCase.park().name(), role, called(now.role(), locale),
						this.units.nameOn(now.unitId(), this.time.today()), now.open(), choices, entry.reason(),
						entry.errors()));
		view.setStatus(status);
		return view;
	}

	private FieldError error(String field, Refusal refused, Locale locale) {
		return new FieldError(field, this.texts.in(locale, refused.wordsKey(), refused.arguments()));
	}

	private static String called(Role role, Locale locale) {
		return Texts.english(locale) ? role.englishLabel() : role.label();
	}

}
