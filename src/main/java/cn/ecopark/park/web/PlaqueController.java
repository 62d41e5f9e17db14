package cn.ecopark.park.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.park.NotYourPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkAccess;
import cn.ecopark.park.Plaque;
import cn.ecopark.park.RecordPlaque;
import cn.ecopark.park.RecordPlaque.PlaqueFieldMissing;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;

/** The Office records that a park was given its plaque, and puts that right. */
@Controller
@RequestMapping("/parks/{id}/plaque")
class PlaqueController {

	private static final int LONGEST = 200;

	private final RecordPlaque recordPlaque;

	private final ParkAccess access;

	private final CurrentActor current;

	private final Texts texts;

	PlaqueController(RecordPlaque recordPlaque, ParkAccess access, CurrentActor current, Texts texts) {
		this.recordPlaque = recordPlaque;
		this.access = access;
		this.current = current;
		this.texts = texts;
	}

	/** What was typed. */
	record Form(@Nullable String on, @Nullable String place, @Nullable String by, @Nullable String why) {

		PlaquePage.Entry entry() {
			return new PlaquePage.Entry(text(this.on), text(this.place), text(this.by), text(this.why));
		}

		private static String text(@Nullable String typed) {
			return (typed != null) ? typed.strip() : "";
		}

	}

	@GetMapping
	ModelAndView page(@PathVariable long id) {
		Park park = park(id);
		Plaque recorded = this.recordPlaque.now(id).orElse(null);
		PlaquePage.Entry entry = recorded == null ? new PlaquePage.Entry("", "", "", "")
				: new PlaquePage.Entry(recorded.on().toString(), recorded.place(), recorded.by(), "");
		return new ModelAndView("park/plaque", "page",
				new PlaquePage(Long.toString(id), park.name(), recorded, entry, List.of()));
	}

	@OncePerPage
	@PostMapping
	ModelAndView record(@PathVariable long id, @ModelAttribute Form form, RedirectAttributes redirect, Locale locale) {
		PlaquePage.Entry entry = form.entry();
		Park park = park(id);
		LocalDate day = day(entry.on());
		if (day == null) {
			return refused(park, entry, new FieldError("on", this.texts.in(locale, "park.change.noDay")));
		}
		for (String typed : List.of(entry.place(), entry.by(), entry.why())) {
			if (typed.length() > LONGEST) {
				String field = typed.equals(entry.place()) ? "place" : typed.equals(entry.by()) ? "by" : "why";
				return refused(park, entry,
						new FieldError(field, this.texts.in(locale, "park.register.too-long", LONGEST)));
			}
		}
		try {
			this.recordPlaque.record(id, new Plaque(day, entry.place(), entry.by(), entry.why()), this.current.get());
		}
		catch (PlaqueFieldMissing refused) {
			return refused(park, entry, error(refused.field(), refused, locale));
		}
		catch (LegalRefusal refused) {
			return refused(park, entry, error(Objects.requireNonNullElse(refused.field(), "on"), refused, locale));
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "park.plaque.done"));
		return new ModelAndView("redirect:/parks/" + id);
	}

	private Park park(long id) {
		if (!RecordPlaque.mayRecord(this.current.get())) {
			throw new NotYourPark();
		}
		return this.access.read(this.current.get(), id);
	}

	private static @Nullable LocalDate day(String typed) {
		try {
			return LocalDate.parse(typed);
		}
		catch (DateTimeException noDay) {
			return null;
		}
	}

	private FieldError error(String field, Refusal refused, Locale locale) {
		return new FieldError(field, this.texts.in(locale, refused.wordsKey(), refused.arguments()));
	}

	private ModelAndView refused(Park park, PlaquePage.Entry entry, FieldError error) {
		ModelAndView page = new ModelAndView("park/plaque", "page", new PlaquePage(Long.toString(park.id()),
				park.name(), this.recordPlaque.now(park.id()).orElse(null), entry, List.of(error)));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

}
