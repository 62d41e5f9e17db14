package cn.ecopark.officialdocument.web;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.officialdocument.KeepNumbers;
import cn.ecopark.officialdocument.NumberRefusals.FirstNumberFixed;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;

/** Where the system administrator says which numbers were used on paper before. */
@Controller
@RequestMapping("/admin/numbers")
class FirstNumbersController {

	private final KeepNumbers keep;

	private final CurrentActor current;

	private final OfficialDocumentWords words;

	private final CaseTime time;

	private final Texts texts;

	private final FirstNumbersPages pages;

	FirstNumbersController(KeepNumbers keep, CurrentActor current, OfficialDocumentWords words, CaseTime time,
			Texts texts, FirstNumbersPages pages) {
		this.keep = keep;
		this.current = current;
		this.words = words;
		this.time = time;
		this.texts = texts;
		this.pages = pages;
	}

	@GetMapping
	ModelAndView page() {
		return view(new FirstNumbersPage.Entry("", Integer.toString(this.time.today().getYear()), ""), List.of());
	}

	@OncePerPage
	@PostMapping
	ModelAndView begin(@RequestParam String series, @RequestParam String year, @RequestParam String first,
			RedirectAttributes redirect) {
		try {
			this.keep.beginAt(series, number(year), number(first), this.current.get());
		}
		catch (FirstNumberFixed refusal) {
			ModelAndView again = view(new FirstNumbersPage.Entry(series, year, first),
					List.of(this.words.error("first", refusal)));
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		redirect.addFlashAttribute("notice", this.texts.text("officialdocument.first.set", series, year, first));
		return new ModelAndView("redirect:/admin/numbers");
	}

	private ModelAndView view(FirstNumbersPage.Entry entry, List<FieldError> errors) {
		return new ModelAndView("officialdocument/first-numbers", "page",
				this.pages.page(entry, errors, this.current.get()));
	}

	/** What is no number is none that can be set. */
	private static int number(String typed) {
		return typed.strip().matches("\\d{1,5}") ? Integer.parseInt(typed.strip()) : 0;
	}

}
