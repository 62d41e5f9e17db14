package cn.ecopark.wholefile.web;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import cn.ecopark.shared.Refusal;
import cn.ecopark.wholefile.CheckReport;
import cn.ecopark.wholefile.ManifestCheck;

/** Holds an uploaded whole file against its manifest; nothing of it is kept. */
@Controller
class CheckController {

	/** How many times its own size a ZIP may unpack to; documents are packed already. */
	private static final int MOST_UNPACKED = 20;

	private final CheckPages pages;

	private final MultipartProperties uploads;

	CheckController(CheckPages pages, MultipartProperties uploads) {
		this.pages = pages;
		this.uploads = uploads;
	}

	/** No file was given. */
	static final class NoFile extends Refusal {

		NoFile() {
			super("whole-file.no-file");
		}

	}

	@GetMapping("/whole-file/check")
	String show(Model model) {
		model.addAttribute("page", new CheckPage(limit(), null));
		return "wholefile/check";
	}

	@PostMapping("/whole-file/check")
	String check(@RequestParam MultipartFile file, Model model) throws IOException {
		if (file.isEmpty()) {
			throw new NoFile();
		}
		Path received = Files.createTempFile("whole-file", ".zip");
		try {
			file.transferTo(received);
			model.addAttribute("page", new CheckPage(limit(), this.pages.result(report(received.toFile()))));
			return "wholefile/check";
		}
		finally {
			Files.deleteIfExists(received);
		}
	}

	private static CheckReport report(File received) throws IOException {
		return new ManifestCheck(Math.max(received.length(), 1 << 20) * MOST_UNPACKED).check(received);
	}

	private String limit() {
		return WholeFilePages.readable(this.uploads.getMaxFileSize().toBytes());
	}

}
