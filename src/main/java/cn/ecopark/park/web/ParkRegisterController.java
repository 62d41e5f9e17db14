package cn.ecopark.park.web;

import java.util.Locale;

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

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.ParkNameTaken;
import cn.ecopark.park.ParkStatusForbids;
import cn.ecopark.park.Parks;
import cn.ecopark.park.PutDecisionsRight;
import cn.ecopark.park.PutDecisionsRight.EntryReasonMissing;
import cn.ecopark.shared.Cursor;
import cn.ecopark.web.OncePerPage;

/** The system administrator enters parks, and what was decided about them on paper. */
@Controller
@RequestMapping("/admin/parks")
class ParkRegisterController {

	/** Characters of the name of a park. */
	private static final int LONGEST_NAME = 60;

	/** Characters of the level, for instance 国家级经开区. */
	private static final int LONGEST_LEVEL = 30;

	private final Parks parks;

	private final PutDecisionsRight putRight;

	private final ParkRegisterPages pages;

	ParkRegisterController(Parks parks, PutDecisionsRight putRight, ParkRegisterPages pages) {
		this.parks = parks;
		this.putRight = putRight;
		this.pages = pages;
	}

	/** A park as it was typed. */
	record Form(String name, ParkKind kind, String level, String province, @Nullable String city) {

		@Nullable String cityOrNull() {
			return this.city == null || this.city.isBlank() ? null : this.city.strip();
		}

	}

	@GetMapping
	ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before, Locale locale) {
		return new ModelAndView("park/register", "page", this.pages.register(q, Cursor.ofIds(after, before), locale));
	}

	@OncePerPage
	@PostMapping
	ModelAndView add(@ModelAttribute Form form, Locale locale) {
		if (form.name.isBlank() || form.level.isBlank()) {
			return refused(form, form.name.isBlank() ? "name" : "level", "park.register.missing", null, locale);
		}
		if (form.name.strip().length() > LONGEST_NAME) {
			return refused(form, "name", "park.register.too-long", new Object[] { LONGEST_NAME }, locale);
		}
		if (form.level.strip().length() > LONGEST_LEVEL) {
			return refused(form, "level", "park.register.too-long", new Object[] { LONGEST_LEVEL }, locale);
		}
		if (!this.pages.mayLieIn(form.province, form.cityOrNull())) {
			return refused(form, "city", "park.register.wrong.city", null, locale);
		}
		try {
			Park park = this.parks.register(
					new NewPark(form.name.strip(), form.kind, form.level.strip(), form.province, form.cityOrNull()));
			return new ModelAndView("redirect:/admin/parks/" + park.id());
		}
		catch (ParkNameTaken refusal) {
			return refused(form, "name", refusal.wordsKey(), refusal.arguments(), locale);
		}
	}

	@GetMapping("/{id}")
	ModelAndView decisions(@PathVariable long id, @RequestParam(required = false) @Nullable Long correct,
			Locale locale) {
		return new ModelAndView("park/past-decision", "page",
				this.pages.pastDecision(this.parks.get(id), correct, null, locale));
	}

	@PostMapping("/{id}/city")
	ModelAndView city(@PathVariable long id, @RequestParam(defaultValue = "") String city, Locale locale) {
		Park park = this.parks.get(id);
		String chosen = city.isBlank() ? null : city.strip();
		if (!this.pages.mayLieIn(park.provinceCode(), chosen)) {
			return unprocessable("park/past-decision", this.pages.pastDecision(park, null,
					new ParkRegisterPages.Complaint("city", "park.register.wrong.city", null), locale));
		}
		this.parks.recordCity(id, chosen);
		return new ModelAndView("redirect:/admin/parks/" + id);
	}

	@OncePerPage
	@PostMapping("/{id}/decisions")
	ModelAndView enter(@PathVariable long id, @ModelAttribute PastDecisionForm form, Locale locale) {
		return entered(id, form, null, () -> this.parks.recordPastDecision(id, form.toDecision()), locale);
	}

	@OncePerPage
	@PostMapping("/{id}/decisions/{entry}/correct")
	ModelAndView correct(@PathVariable long id, @PathVariable long entry, @ModelAttribute PastDecisionForm form,
			@RequestParam(defaultValue = "") String reason, Locale locale) {
		return entered(id, form, new PastDecisionPage.Correcting(entry, reason),
				() -> this.putRight.correctPast(id, entry, form.toDecision(), reason), locale);
	}

	@OncePerPage
	@PostMapping("/{id}/decisions/{entry}/undo")
	ModelAndView undo(@PathVariable long id, @PathVariable long entry, @RequestParam(defaultValue = "") String reason,
			Locale locale) {
		try {
			this.putRight.undoPast(id, entry, reason);
			return new ModelAndView("redirect:/admin/parks/" + id);
		}
		catch (LegalRefusal | EntryReasonMissing refusal) {
			return unprocessable("park/past-decision", this.pages.notUndone(this.parks.get(id), entry, reason,
					new ParkRegisterPages.Complaint("undo-" + entry, refusal.wordsKey(), refusal.arguments()), locale));
		}
	}

	private ModelAndView entered(long id, PastDecisionForm form, PastDecisionPage.@Nullable Correcting correcting,
			Runnable act, Locale locale) {
		String wrong = form.wrongField();
		if (wrong != null) {
			return refused(id, form, correcting, wrong, "park.register.wrong." + wrong, null, locale);
		}
		try {
			act.run();
			return new ModelAndView("redirect:/admin/parks/" + id);
		}
		catch (ParkStatusForbids refusal) {
			return refused(id, form, correcting, "status", refusal.wordsKey(), refusal.arguments(), locale);
		}
		catch (EntryReasonMissing refusal) {
			return refused(id, form, correcting, "reason", refusal.wordsKey(), refusal.arguments(), locale);
		}
		catch (LegalRefusal refusal) {
			return refused(id, form, correcting, refusal.field() == null ? "status" : refusal.field(),
					refusal.wordsKey(), refusal.arguments(), locale);
		}
	}

	private ModelAndView refused(Form form, String field, String message, Object @Nullable [] arguments,
			Locale locale) {
		ParkRegisterPage page = this.pages.refused(form, new ParkRegisterPages.Complaint(field, message, arguments),
				locale);
		return unprocessable("park/register", page);
	}

	private ModelAndView refused(long id, PastDecisionForm form, PastDecisionPage.@Nullable Correcting correcting,
			String field, String message, Object @Nullable [] arguments, Locale locale) {
		ParkRegisterPages.Complaint complaint = new ParkRegisterPages.Complaint(field, message, arguments);
		return unprocessable("park/past-decision",
				this.pages.refused(this.parks.get(id), form, correcting, complaint, locale));
	}

	private static ModelAndView unprocessable(String view, Object page) {
		ModelAndView answer = new ModelAndView(view, "page", page);
		answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return answer;
	}

}
