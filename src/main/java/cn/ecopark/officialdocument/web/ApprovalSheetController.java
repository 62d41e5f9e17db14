package cn.ecopark.officialdocument.web;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import cn.ecopark.officialdocument.ApprovalSheet;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.web.SecurityHeaders;

/** 审批单 of a case, made when it is asked for. */
@Controller
class ApprovalSheetController {

	private final ApprovalSheet sheet;

	private final CurrentActor current;

	ApprovalSheetController(ApprovalSheet sheet, CurrentActor current) {
		this.sheet = sheet;
		this.current = current;
	}

	@GetMapping("/cases/{id}/approval-sheet")
	ResponseEntity<byte[]> show(@PathVariable String id) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename("审批单.pdf", StandardCharsets.UTF_8).build().toString())
			.header("Content-Security-Policy", SecurityHeaders.FILES)
			.body(this.sheet.of(id, this.current.get()));
	}

}
