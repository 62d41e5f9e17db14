package cn.ecopark.demo.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import cn.ecopark.shared.Texts;

/** Documents to hand in, one by one or all as a ZIP. */
@Controller
@RequestMapping(SampleFiles.PATH)
@ConditionalOnBooleanProperty("ecopark.demonstration")
class SampleFilesController {

	private static final String NOSNIFF = "nosniff";

	private static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";

	private final SampleFiles files;

	private final Texts texts;

	SampleFilesController(SampleFiles files, Texts texts) {
		this.files = files;
		this.texts = texts;
	}

	@GetMapping("/{kind}")
	ResponseEntity<byte[]> one(@PathVariable String kind) {
		SampleFiles.File file = this.files.find(kind)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name()))
			.header(CONTENT_TYPE_OPTIONS, NOSNIFF)
			.body(file.pdf());
	}

	@GetMapping
	void all(HttpServletResponse response, Locale locale) throws IOException {
		response.setContentType("application/zip");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(this.texts.in(locale, "demo.samples.zip")));
		response.setHeader(CONTENT_TYPE_OPTIONS, NOSNIFF);
		this.files.writeAll(response.getOutputStream());
	}

	private static String attachment(String name) {
		return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
	}

}
