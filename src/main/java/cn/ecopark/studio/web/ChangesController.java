package cn.ecopark.studio.web;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.release.ReleaseRefusals.ReleaseNotFound;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.OneReading;

/** System administrators see what a draft or a release does otherwise, before it does. */
@Controller
class ChangesController {

	private final ComparedReleases comparisons;

	private final ChangesPages pages;

	ChangesController(ComparedReleases comparisons, ChangesPages pages) {
		this.comparisons = comparisons;
		this.pages = pages;
	}

	@OneReading
	@GetMapping("/admin/studio/{draft}/changes")
	ModelAndView ofDraft(@PathVariable UUID draft, Locale locale) {
		return page(this.comparisons.ofDraft(draft, locale), locale);
	}

	@OneReading
	@GetMapping(path = "/admin/studio/{draft}/changes/{file}", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	ChangesPage.BothDrawings picturesOfDraft(@PathVariable UUID draft, @PathVariable String file, Locale locale) {
		return this.pages.pictures(this.comparisons.ofDraft(draft, locale), file);
	}

	/**
	 * @param from the release to compare with; without it, the one in force as long as
	 * this may still be released, else the one it was made from
	 */
	@OneReading
	@GetMapping("/admin/packs/{release}/changes")
	ModelAndView ofRelease(@PathVariable String release, @RequestParam(required = false) @Nullable String from,
			Locale locale) {
		return page(this.comparisons.ofRelease(id(release), from == null ? null : id(from), locale), locale);
	}

	@OneReading
	@GetMapping(path = "/admin/packs/{release}/changes/{file}", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	ChangesPage.BothDrawings picturesOfRelease(@PathVariable String release, @PathVariable String file,
			@RequestParam String from, Locale locale) {
		return this.pages.pictures(this.comparisons.ofRelease(id(release), id(from), locale), file);
	}

	private ModelAndView page(ComparedReleases.Comparison comparison, Locale locale) {
		return new ModelAndView("studio/changes", "page", this.pages.page(comparison, locale));
	}

	private static ReleaseId id(String written) {
		try {
			return ReleaseId.of(written);
		}
		catch (IllegalArgumentException none) {
			throw new ReleaseNotFound();
		}
	}

}
