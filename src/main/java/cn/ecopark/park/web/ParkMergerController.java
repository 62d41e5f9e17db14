package cn.ecopark.park.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
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
import cn.ecopark.park.MergeParks;
import cn.ecopark.park.MergeParks.Grounds;
import cn.ecopark.park.MergeParks.MergerWrong;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkMerger;
import cn.ecopark.park.ParkMergers;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.Parks;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/** The system administrator enters that a park has become part of another. */
@Controller
@RequestMapping("/admin/parks/{id}/merger")
class ParkMergerController {

	private final Parks parks;

	private final ParkMergers mergers;

	private final MergeParks mergeParks;

	private final CurrentActor current;

	private final Texts texts;

	ParkMergerController(Parks parks, ParkMergers mergers, MergeParks mergeParks, CurrentActor current, Texts texts) {
		this.parks = parks;
		this.mergers = mergers;
		this.mergeParks = mergeParks;
		this.current = current;
		this.texts = texts;
	}

	/** What was typed. */
	record Form(@Nullable String into, @Nullable String on, @Nullable String title, @Nullable String reference,
			@Nullable String reason) {

		/** Null where what was typed is no day. */
		@Nullable LocalDate day() {
			try {
				return LocalDate.parse(text(this.on));
			}
			catch (DateTimeException noDay) {
				return null;
			}
		}

		/** Null where no park was chosen. */
		@Nullable Long intoId() {
			String typed = text(this.into);
			return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
		}

		Grounds grounds() {
			return new Grounds(text(this.reference), text(this.reason));
		}

		ParkMergerPage.Entry entry() {
			return new ParkMergerPage.Entry(text(this.on), text(this.title), text(this.reference), text(this.reason));
		}

		static String text(@Nullable String typed) {
			return (typed != null) ? typed.strip() : "";
		}

	}

	@GetMapping
	ModelAndView page(@PathVariable long id, Locale locale) {
		return view(id, "", new Form("", "", "", "", ""), List.of());
	}

	@OncePerPage
	@PostMapping
	ModelAndView merge(@PathVariable long id, @ModelAttribute Form form, RedirectAttributes redirect, Locale locale) {
		LocalDate day = form.day();
		if (day == null) {
			return view(id, "merge", form, List.of(new FieldError("on", this.texts.in(locale, "park.change.noDay"))));
		}
		return done(id, "merge", form,
				() -> this.mergeParks.merge(id, form.intoId(), day, form.grounds(), this.current.get()), redirect,
				locale);
	}

	@OncePerPage
	@PostMapping("/title")
	ModelAndView title(@PathVariable long id, @ModelAttribute Form form, RedirectAttributes redirect, Locale locale) {
		return done(id, "title", form,
				() -> this.mergeParks.titleDecided(id, Form.text(form.title()), form.grounds(), this.current.get()),
				redirect, locale);
	}

	@OncePerPage
	@PostMapping("/take-back")
	ModelAndView takeBack(@PathVariable long id, @ModelAttribute Form form, RedirectAttributes redirect,
			Locale locale) {
		return done(id, "take-back", form, () -> this.mergeParks.takeBack(id, form.grounds(), this.current.get()),
				redirect, locale);
	}

	private ModelAndView done(long id, String sent, Form form, Runnable act, RedirectAttributes redirect,
			Locale locale) {
		try {
			act.run();
		}
		catch (MergerWrong refused) {
			return view(id, sent, form, List.of(error(refused.field(), refused, locale)));
		}
		catch (LegalRefusal refused) {
			return view(id, sent, form,
					List.of(error(Objects.requireNonNullElse(refused.field(), "reason"), refused, locale)));
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "park.merger.done"));
		return new ModelAndView("redirect:/admin/parks/" + id + "/merger");
	}

	private FieldError error(String field, Refusal refused, Locale locale) {
		return new FieldError(field, this.texts.in(locale, refused.wordsKey(), refused.arguments()));
	}

	private ModelAndView view(long id, String sent, Form form, List<FieldError> errors) {
		Park park = this.parks.get(id);
		ParkMergerPage.Merged merged = this.mergers.of(id).map(this::merged).orElse(null);
		ModelAndView page = new ModelAndView("park/merger", "page", new ParkMergerPage(Long.toString(id), park.name(),
				merged, merged == null ? others(id, Form.text(form.into())) : List.of(), sent, form.entry(), errors));
		page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ParkMergerPage.Merged merged(ParkMerger merger) {
		ParkMerger.TitleDecided title = merger.title();
		return new ParkMergerPage.Merged(this.parks.get(merger.into()).name(), merger.on(), merger.reference(),
				merger.reason(), title == null ? null : title.words() + "（" + title.reference() + "）");
	}

	private List<Choice> others(long id, String chosen) {
		List<Park> all = new ArrayList<>();
		ListPage<Park, Long> page = this.parks.search(ParkSearch.all(ParkSearch.LARGEST_PAGE));
		all.addAll(page.rows());
		for (Long next = page.next(); next != null; next = page.next()) {
			page = this.parks
				.search(ParkSearch.all(ParkSearch.LARGEST_PAGE).at(Cursor.after(next), ParkSearch.LARGEST_PAGE));
			all.addAll(page.rows());
		}
		return all.stream()
			.filter((park) -> park.id() != id)
			.map((park) -> new Choice(Long.toString(park.id()), park.name(), Long.toString(park.id()).equals(chosen)))
			.toList();
	}

}
