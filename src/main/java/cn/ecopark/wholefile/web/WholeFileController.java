package cn.ecopark.wholefile.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.web.SecurityHeaders;
import cn.ecopark.wholefile.ExportCase;
import cn.ecopark.wholefile.OrderPdf;
import cn.ecopark.wholefile.WholeFile;

/** Makes the whole file of a case as ZIP and shows which were made. */
@Controller
class WholeFileController {

	/** What browsers say of a request that a page of somebody else began. */
	private static final String ANOTHER_SITE = "cross-site";

	private final ExportCase exportCase;

	private final OrderPdf orderPdf;

	private final WholeFilePages pages;

	private final CurrentActor current;

	WholeFileController(ExportCase exportCase, OrderPdf orderPdf, WholeFilePages pages, CurrentActor current) {
		this.exportCase = exportCase;
		this.orderPdf = orderPdf;
		this.pages = pages;
		this.current = current;
	}

	@GetMapping("/cases/{id}/whole-file")
	String show(@PathVariable String id, Model model) {
		model.addAttribute("page", this.pages.page(id, this.current.get()));
		return "wholefile/page";
	}

	/** The list alone, asked for again and again while a PDF is being made. */
	@GetMapping("/cases/{id}/whole-file/pdfs")
	String pdfs(@PathVariable String id, Model model) {
		model.addAttribute("page", this.pages.page(id, this.current.get()));
		return "wholefile/page :: pdfs";
	}

	@PostMapping("/cases/{id}/whole-file.pdf")
	String order(@PathVariable String id) {
		this.orderPdf.order(id, this.current.get());
		return "redirect:/cases/" + id + "/whole-file";
	}

	@GetMapping("/cases/{id}/whole-file/{job:[0-9a-f-]{36}}.pdf")
	ResponseEntity<Resource> pdf(@PathVariable String id, @PathVariable String job) {
		OrderPdf.Fetched fetched = this.orderPdf.fetch(id, job, this.current.get());
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment(fetched.name()))
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", SecurityHeaders.FILES)
			.body(fetched.content());
	}

	/**
	 * Written by the thread of the request: the browser shows the download, and a reader
	 * who gives up ends it. That it was taken out is on record, as it must be; where a
	 * page of another site had the browser ask for it, nobody has taken anything out, and
	 * there is only the page.
	 */
	@GetMapping("/cases/{id}/whole-file.zip")
	void zip(@PathVariable String id, @RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String site,
			HttpServletResponse response) throws IOException {
		if (ANOTHER_SITE.equals(site)) {
			response.sendRedirect("/cases/" + id + "/whole-file");
			return;
		}
		Actor reader = this.current.get();
		WholeFile file = this.exportCase.export(id, reader);
		response.setContentType("application/zip");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name() + ".zip"));
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-Manifest-SHA-256", file.manifest().sha256());
		file.writeTo(response.getOutputStream());
	}

	private static String attachment(String name) {
		return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
	}

}
