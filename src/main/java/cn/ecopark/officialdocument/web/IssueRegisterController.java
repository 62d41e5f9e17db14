package cn.ecopark.officialdocument.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.IssueRegister;
import cn.ecopark.officialdocument.IssueRegister.IssueFilter;
import cn.ecopark.officialdocument.IssueRegister.NumberFilter;
import cn.ecopark.officialdocument.KeepNumbers;
import cn.ecopark.officialdocument.NumberRefusals.NumberReasonMissing;
import cn.ecopark.officialdocument.RegisterOrder;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.officialdocument.web.IssueRegisterPages.Reservation;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;
import cn.ecopark.shared.Texts;
import cn.ecopark.spreadsheet.TakeListOut;
import cn.ecopark.web.OncePerPage;

/** The Office's register of documents and numbers. */
@Controller
@RequestMapping("/papers")
class IssueRegisterController {

	private static final String NUMBERS = "redirect:/papers/numbers";

	private static final NumberFilter ALL = new NumberFilter("", 0, "");

	private final IssueRegister register;

	private final KeepNumbers keep;

	private final IssueRegisterPages pages;

	private final CurrentActor current;

	private final OfficialDocumentWords words;

	private final IssuedFiles files;

	private final Texts texts;

	private final TakeListOut takeOut;

	IssueRegisterController(IssueRegister register, KeepNumbers keep, IssueRegisterPages pages, CurrentActor current,
			OfficialDocumentWords words, IssuedFiles files, Texts texts, TakeListOut takeOut) {
		this.register = register;
		this.keep = keep;
		this.pages = pages;
		this.current = current;
		this.words = words;
		this.files = files;
		this.texts = texts;
		this.takeOut = takeOut;
	}

	@GetMapping
	ModelAndView documents(@RequestParam(name = "q", defaultValue = "") String query,
			@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "") String sort, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before) {
		return new ModelAndView("officialdocument/register", "page",
				this.pages.documents(new IssueFilter(new SearchWords(query), year(year), state),
						SortedBy.of(sort, RegisterOrder.USUAL), Cursor.of(after, before, VerificationCode::read),
						actor()));
	}

	/** Taking rows out is recorded, therefore a post. */
	@PostMapping("/export")
	void export(@RequestParam(name = "q", defaultValue = "") String query, @RequestParam(defaultValue = "") String year,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String sort,
			HttpServletResponse response, Locale locale) throws IOException {
		this.takeOut.write(this.pages.sheet(new IssueFilter(new SearchWords(query), year(year), state),
				SortedBy.of(sort, RegisterOrder.USUAL), actor()), response, locale);
	}

	@GetMapping("/{code}/file")
	ResponseEntity<Resource> file(@PathVariable String code) {
		return this.files.of(this.register.document(code, actor()));
	}

	@GetMapping("/numbers")
	ModelAndView numbers(@RequestParam(defaultValue = "") String series, @RequestParam(defaultValue = "") String year,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before) {
		return view(this.pages.numbers(new NumberFilter(series, year(year), state), Cursor.ofIds(after, before),
				Reservation.NONE, actor()));
	}

	@OncePerPage
	@PostMapping("/numbers")
	ModelAndView reserve(@RequestParam(defaultValue = "") String series, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes redirect) {
		try {
			DocumentNumber number = this.keep.reserve(series, reason, actor());
			redirect.addFlashAttribute("notice", this.texts.text("officialdocument.register.reserved", number.text()));
			return new ModelAndView(NUMBERS);
		}
		catch (NumberReasonMissing refusal) {
			ModelAndView again = view(this.pages.numbers(ALL, Cursor.start(),
					new Reservation(series, reason, List.of(this.words.error("reason", refusal))), actor()));
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
	}

	@OncePerPage
	@PostMapping("/numbers/void")
	String annulNumber(@RequestParam String number, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes redirect) {
		DocumentNumber annulled = DocumentNumber.of(number);
		this.keep.annul(annulled, reason, actor());
		redirect.addFlashAttribute("notice", this.texts.text("officialdocument.register.voided", annulled.text()));
		return NUMBERS;
	}

	private Actor actor() {
		return this.current.get();
	}

	private static ModelAndView view(NumbersPage page) {
		return new ModelAndView("officialdocument/numbers", "page", page);
	}

	private static int year(String typed) {
		return typed.matches("[12]\\d{3}") ? Integer.parseInt(typed) : 0;
	}

}
