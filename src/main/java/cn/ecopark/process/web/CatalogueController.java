package cn.ecopark.process.web;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows system administrators what diagrams and packs may ask of the system, and what
 * each word asks for in turn.
 */
@Controller
class CatalogueController {

	private final CataloguePages pages;

	CatalogueController(CataloguePages pages) {
		this.pages = pages;
	}

	@GetMapping("/admin/packs/catalogue")
	ModelAndView show(Locale locale) {
		return new ModelAndView("release/catalogue", "page", this.pages.page(locale));
	}

}
