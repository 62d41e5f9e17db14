package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.notice.FileObjection;
import cn.ecopark.notice.NoticeRefusals.NotAccepted;
import cn.ecopark.notice.NoticeRefusals.NoticeNotFound;
import cn.ecopark.notice.NoticeRefusals.ObjectionNotFound;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.ObjectionLookUp;
import cn.ecopark.officialdocument.web.IssuedFiles;
import cn.ecopark.shared.Refusal;
import cn.ecopark.web.view.FieldError;

/** Where the public objects, and asks how far its objection has come. */
@Controller
class ObjectionController {

	private final FileObjection fileObjection;

	private final ObjectionLookUp lookUp;

	private final ObjectionPages pages;

	private final IssuedFiles files;

	ObjectionController(FileObjection fileObjection, ObjectionLookUp lookUp, ObjectionPages pages, IssuedFiles files) {
		this.fileObjection = fileObjection;
		this.lookUp = lookUp;
		this.pages = pages;
		this.files = files;
	}

	@GetMapping("/notices/{id}/objection")
	ModelAndView form(@PathVariable String id) {
		this.fileObjection.requireOpen(id);
		return form(id, new ObjectionEntry(null, null, null, null, null, null, null, null, null), List.of());
	}

	@PostMapping("/notices/{id}/objection")
	ModelAndView file(@PathVariable String id, @ModelAttribute ObjectionEntry entry, HttpServletRequest request) {
		List<FieldError> wrong = this.pages.tooLong(entry);
		if (!wrong.isEmpty()) {
			return form(id, entry, wrong);
		}
		try {
			if (entry.isByMachine()) {
				throw new NotAccepted();
			}
			Objection filed = this.fileObjection.overTheWeb(entry.toObjection(id, LocalDate.EPOCH),
					request.getRemoteAddr());
			return new ModelAndView("redirect:" + UriComponentsBuilder.fromPath("/notices/{id}/objection/received")
				.queryParam("receipt", filed.receiptNumber())
				.buildAndExpand(id)
				.toUriString());
		}
		catch (NoticeNotFound refusal) {
			throw refusal;
		}
		catch (Refusal refusal) {
			return this.pages.refused(id, entry, false, refusal);
		}
	}

	/**
	 * Where a form is led to whose session has ended: it comes back as it was, and the
	 * next press is taken.
	 */
	@PostMapping("/notices/{id}/objection/again")
	ModelAndView again(@PathVariable String id, @ModelAttribute ObjectionEntry entry) {
		this.fileObjection.requireOpen(id);
		return form(id, entry, List.of(this.pages.error(ObjectionPages.WHOLE, "notice.error.press-again")));
	}

	@GetMapping("/notices/{id}/objection/received")
	ModelAndView received(@PathVariable String id, @RequestParam String receipt, HttpServletRequest request) {
		this.lookUp.find(receipt, request.getRemoteAddr());
		return new ModelAndView("notice/receipt", "page", this.pages.receipt(receipt));
	}

	@GetMapping("/objections")
	ModelAndView status(@RequestParam(defaultValue = "") String receipt, HttpServletRequest request) {
		String number = receipt.strip();
		if (!number.isEmpty()) {
			this.lookUp.find(number, request.getRemoteAddr());
		}
		return new ModelAndView("notice/status", "page", this.pages.status(number));
	}

	/** The document is for whoever knows the receipt number, as the answer is. */
	@GetMapping("/objections/paper")
	ResponseEntity<Resource> document(@RequestParam String receipt, HttpServletRequest request) {
		return this.lookUp.find(receipt.strip(), request.getRemoteAddr())
			.flatMap(this.pages::document)
			.map(this.files::of)
			.orElseThrow(ObjectionNotFound::new);
	}

	private ModelAndView form(String id, ObjectionEntry entry, List<FieldError> errors) {
		ModelAndView view = new ModelAndView("notice/objection", "page", this.pages.form(id, entry, false, errors));
		view.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

}
