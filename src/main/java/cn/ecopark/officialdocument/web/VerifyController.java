package cn.ecopark.officialdocument.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.officialdocument.PublicVerification;
import cn.ecopark.officialdocument.RegisterRefusals;
import cn.ecopark.officialdocument.RegisterRefusals.FileMissing;
import cn.ecopark.shared.Refusal;

/** Where everybody finds out whether a document is genuine. */
@Controller
@RequestMapping("/verify")
class VerifyController {

	private static final String VIEW = "officialdocument/verify";

	private static final int LONGEST_QUERY = 60;

	private final PublicVerification verification;

	private final VerifyPages pages;

	private final IssuedFiles files;

	VerifyController(PublicVerification verification, VerifyPages pages, IssuedFiles files) {
		this.verification = verification;
		this.pages = pages;
		this.files = files;
	}

	@GetMapping
	ModelAndView ask(@RequestParam(name = "q", defaultValue = "") String query, HttpServletRequest request) {
		String asked = shortened(query);
		return asked.isEmpty() ? view(this.pages.blank())
				: view(this.pages.asked(asked, this.verification.ask(asked, request.getRemoteAddr())));
	}

	@GetMapping("/{code}")
	ModelAndView scanned(@PathVariable String code, HttpServletRequest request) {
		String asked = shortened(code);
		return view(this.pages.asked(asked, this.verification.ask(asked, request.getRemoteAddr())));
	}

	@GetMapping("/{code}/file")
	ResponseEntity<Resource> file(@PathVariable String code, HttpServletRequest request) {
		return this.files.of(this.verification.publicDocument(shortened(code), request.getRemoteAddr()));
	}

	@PostMapping
	ModelAndView judge(@RequestParam MultipartFile file, HttpServletRequest request) throws IOException {
		try {
			if (file.isEmpty()) {
				throw new FileMissing();
			}
			if (file.getSize() > VerifyUploads.LARGEST.toBytes()) {
				throw new RegisterRefusals.FileTooLarge(VerifyUploads.LARGEST.toMegabytes());
			}
		}
		catch (FileMissing | RegisterRefusals.FileTooLarge refusal) {
			return refused(refusal);
		}
		Path received = Files.createTempFile("verify", ".pdf");
		try {
			file.transferTo(received);
			return view(this.pages.judged(this.verification.judge(received, request.getRemoteAddr())));
		}
		finally {
			Files.deleteIfExists(received);
		}
	}

	private ModelAndView refused(Refusal refusal) {
		ModelAndView view = view(this.pages.refused("file", refusal));
		view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

	private static ModelAndView view(VerifyPage page) {
		return new ModelAndView(VIEW, "page", page);
	}

	private static String shortened(String typed) {
		String text = typed.strip();
		return text.length() > LONGEST_QUERY ? text.substring(0, LONGEST_QUERY) : text;
	}

}
