package cn.ecopark.park.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.park.ChangePark;
import cn.ecopark.park.ChangePark.ChangeWrong;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkChange;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.ParkNameTaken;
import cn.ecopark.park.ParkPacks;
import cn.ecopark.park.Parks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/** The system administrator enters that a park is called or is something else. */
@Controller
@RequestMapping("/admin/parks/{id}/changes")
class ParkChangeController {

	private final Parks parks;

	private final ChangePark change;

	private final ParkPages pages;

	private final ParkPacks packs;

	private final CurrentActor current;

	private final Texts texts;

	ParkChangeController(Parks parks, ChangePark change, ParkPages pages, ParkPacks packs, CurrentActor current,
			Texts texts) {
		this.parks = parks;
		this.change = change;
		this.pages = pages;
		this.packs = packs;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView page(@PathVariable long id, Locale locale) {
		return view(id, ParkChangeForm.EMPTY, List.of(), locale);
	}

	@OncePerPage
	@PostMapping
	ModelAndView enter(@PathVariable long id, @ModelAttribute ParkChangeForm form, RedirectAttributes redirect,
			Locale locale) {
		LocalDate day = form.day();
		if (day == null) {
			return view(id, form, List.of(new FieldError("on", this.texts.in(locale, "park.change.noDay"))), locale);
		}
		try {
			this.change.change(id, form.said(day), this.current.get());
		}
		catch (ChangeWrong refused) {
			String message = this.texts.in(locale, refused.wordsKey(), refused.arguments());
			return view(id, form, List.of(new FieldError(refused.field(), message)), locale);
		}
		catch (ParkNameTaken refused) {
			String message = this.texts.in(locale, refused.wordsKey(), refused.arguments());
			return view(id, form, List.of(new FieldError("after", message)), locale);
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "park.change.done"));
		return new ModelAndView("redirect:/admin/parks/" + id + "/changes");
	}

	private ModelAndView view(long id, ParkChangeForm form, List<FieldError> errors, Locale locale) {
		Park park = this.parks.get(id);
		List<Choice> acts = Arrays.stream(ParkChange.Act.values())
			.map((act) -> new Choice(act.name(), this.texts.in(locale, "park.change.act." + act),
					act == form.actOrName()))
			.toList();
		String kind = ParkChangeForm.text(form.kind());
		List<Choice> kinds = Arrays.stream(ParkKind.values())
			.map((one) -> new Choice(one.name(), this.texts.in(locale, "park.kind." + one), one.name().equals(kind)))
			.toList();
		ModelAndView page = new ModelAndView("park/change", "page",
				new ParkChangePage(Long.toString(id), park.name(), acts, kinds,
						new ParkChangePage.Entry(ParkChangeForm.text(form.on()), ParkChangeForm.text(form.after()),
								ParkChangeForm.text(form.reference()), ParkChangeForm.text(form.reason())),
						this.pages.events(park, this.current.get(), this.packs.now(), locale), errors));
		page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

}
