package cn.ecopark.batch.web;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import cn.ecopark.batch.SignOffSheet;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.web.SecurityHeaders;

/** 发文稿纸 of a joint decision, made when it is asked for. */
@Controller
class SignOffSheetController {

	private final SignOffSheet sheet;

	private final CurrentActor current;

	SignOffSheetController(SignOffSheet sheet, CurrentActor current) {
		this.sheet = sheet;
		this.current = current;
	}

	@GetMapping("/batches/{id}/sign-off-sheet")
	ResponseEntity<byte[]> show(@PathVariable String id) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename("发文稿纸.pdf", StandardCharsets.UTF_8).build().toString())
			.header("Content-Security-Policy", SecurityHeaders.FILES)
			.body(this.sheet.of(id, this.current.get()));
	}

}
