package cn.ecopark.casefile.web;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.ecopark.casefile.CaseList;
import cn.ecopark.casefile.CaseOrder;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.OneReading;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;
import cn.ecopark.spreadsheet.TakeListOut;

/** The list of cases. */
@Controller
class CaseListController {

	private final CaseLists lists;

	private final TakeListOut takeOut;

	private final CurrentActor current;

	CaseListController(CaseLists lists, TakeListOut takeOut, CurrentActor current) {
		this.lists = lists;
		this.takeOut = takeOut;
		this.current = current;
	}

	@OneReading
	@GetMapping("/cases")
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String province,
			@RequestParam(defaultValue = "") String sort, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before, Model model, Locale locale) {
		model.addAttribute("page", this.lists.page(new CaseList.Filter(new SearchWords(q), kind, state, province),
				SortedBy.of(sort, CaseOrder.USUAL), Cursor.ofWords(after, before), this.current.get(), locale));
		return "casefile/list";
	}

	/** Taking rows out is recorded, therefore a post. */
	@PostMapping("/cases/export")
	void export(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String province,
			@RequestParam(defaultValue = "") String sort, HttpServletResponse response, Locale locale)
			throws IOException {
		this.takeOut.write(this.lists.sheet(new CaseList.Filter(new SearchWords(q), kind, state, province),
				SortedBy.of(sort, CaseOrder.USUAL), this.current.get(), locale), response, locale);
	}

}
