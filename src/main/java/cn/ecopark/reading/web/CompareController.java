package cn.ecopark.reading.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.reading.CompareVersions;
import cn.ecopark.reading.PagePair;

/** Two versions of a document side by side. */
@Controller
class CompareController {

	private final CompareVersions compareVersions;

	private final ReadingWords words;

	private final CaseOfDocument cases;

	private final CurrentActor current;

	CompareController(CompareVersions compareVersions, ReadingWords words, CaseOfDocument cases, CurrentActor current) {
		this.compareVersions = compareVersions;
		this.words = words;
		this.cases = cases;
		this.current = current;
	}

	/**
	 * What is shown in one row: a pair of pages, or a run of pages that are the same.
	 *
	 * @param pair null for a run
	 * @param word what became of the page
	 * @param places where pictures differ, in words
	 * @param first number of the first page of a run in the later version
	 */
	record Row(@Nullable PagePair pair, String word, int first, int last, String places) {
	}

	@GetMapping("/documents/{id}/compare/{other}")
	String compare(@PathVariable long id, @PathVariable long other, Model model, Locale locale) {
		Actor reader = this.current.get();
		CompareVersions.Comparison comparison = this.compareVersions.compare(id, other, reader);
		model.addAttribute("comparison", comparison);
		model.addAttribute("progress", progress(comparison.progress(), locale));
		model.addAttribute("rows", rows(comparison.pages(), locale));
		model.addAttribute("counts",
				Arrays.stream(PagePair.Change.values())
					.filter(change -> change != PagePair.Change.SAME && comparison.count(change) > 0)
					.map(change -> this.words.text("reading.compare." + change.name().toLowerCase(Locale.ROOT), locale,
							comparison.count(change)))
					.toList());
		model.addAttribute("label", this.words.label(comparison.right(), locale));
		model.addAttribute("back", this.cases.address(comparison.right(), reader));
		return "reading/compare";
	}

	private String progress(CompareVersions.Progress progress, Locale locale) {
		return switch (progress) {
			case NOT_READ -> this.words.text("reading.compare.notRead", locale);
			case MAKING -> this.words.text("reading.compare.making", locale);
			case TOO_LARGE -> this.words.text("reading.compare.tooLarge", locale);
			case FAILED -> this.words.text("reading.compare.failed", locale);
			case MADE -> "";
		};
	}

	private List<Row> rows(List<PagePair> pairs, Locale locale) {
		List<Row> rows = new ArrayList<>();
		for (PagePair pair : pairs) {
			Integer page = pair.right();
			Row before = rows.isEmpty() ? null : rows.get(rows.size() - 1);
			if (pair.change() != PagePair.Change.SAME || page == null) {
				rows.add(new Row(pair, this.words.text("reading.change." + pair.change(), locale), 0, 0,
						places(pair, locale)));
			}
			else if (before != null && before.pair() == null) {
				rows.set(rows.size() - 1, new Row(null, "", before.first(), page, ""));
			}
			else {
				rows.add(new Row(null, "", page, page, ""));
			}
		}
		return rows;
	}

	private String places(PagePair pair, Locale locale) {
		PagePair.Pictures pictures = pair.pictures();
		return pictures == null ? "" : pictures.areas()
			.stream()
			.map(area -> this.words.text("reading.compare.where", locale, percent(area.top()),
					percent(area.top() + area.height()), percent(area.left()), percent(area.left() + area.width())))
			.collect(Collectors.joining("; "));
	}

	private static long percent(double part) {
		return Math.round(Math.min(1, part) * 100);
	}

}
