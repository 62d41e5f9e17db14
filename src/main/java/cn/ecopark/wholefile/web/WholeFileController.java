package cn.ecopark.wholefile.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.wholefile.ExportCase;
import cn.ecopark.wholefile.WholeFile;

/** Makes the whole file of a case as ZIP and shows which were made. */
@Controller
class WholeFileController {

	private final ExportCase exportCase;

	private final WholeFilePages pages;

	private final CurrentActor current;

	WholeFileController(ExportCase exportCase, WholeFilePages pages, CurrentActor current) {
		this.exportCase = exportCase;
		this.pages = pages;
		this.current = current;
	}

	@GetMapping("/cases/{id}/whole-file")
	String show(@PathVariable String id, Model model) {
		model.addAttribute("page", this.pages.page(id, this.current.get()));
		return "wholefile/page";
	}

	/**
	 * Written by the thread of the request: the browser shows the download, and a reader
	 * who gives up ends it.
	 */
	@GetMapping("/cases/{id}/whole-file.zip")
	void zip(@PathVariable String id, HttpServletResponse response) throws IOException {
		Actor reader = this.current.get();
		WholeFile file = this.exportCase.export(id, reader);
		response.setContentType("application/zip");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename(file.name() + ".zip", StandardCharsets.UTF_8)
					.build()
					.toString());
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-Manifest-SHA-256", file.manifest().sha256());
		file.writeTo(response.getOutputStream());
	}

}
