package cn.ecopark.release.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.release.EditPack;
import cn.ecopark.release.PackedRelease;
import cn.ecopark.release.ReleasePack;
import cn.ecopark.release.ReleaseRefusals.LastRelease;
import cn.ecopark.release.ReleaseRefusals.NoPack;
import cn.ecopark.release.ReleaseRefusals.ReleaseFaulty;
import cn.ecopark.release.ReleaseRefusals.ReleaseMovedOn;
import cn.ecopark.release.ReleaseRefusals.ReleaseNotFound;
import cn.ecopark.release.ReleaseRefusals.ReleaseReasonMissing;
import cn.ecopark.release.ReleaseRefusals.SameRelease;
import cn.ecopark.release.ReleaseRefusals.SecondPersonNeeded;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;

/** System administrators look at releases of rule packs, propose and release them. */
@Controller
@RequestMapping("/admin/packs")
class ReleaseController {

	/** Far more than a reason needs. */
	private static final int LONGEST_REASON = 1000;

	private final ReleasePack releasePack;

	private final EditPack editPack;

	private final RulePacks packs;

	private final ReleasePages pages;

	private final CurrentActor current;

	private final Texts texts;

	ReleaseController(ReleasePack releasePack, EditPack editPack, RulePacks packs, ReleasePages pages,
			CurrentActor current, Texts texts) {
		this.releasePack = releasePack;
		this.editPack = editPack;
		this.packs = packs;
		this.pages = pages;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView list(Locale locale) {
		return new ModelAndView("release/packs", "page", this.pages.list("", List.of(), locale));
	}

	/** Takes a release as one ZIP file; what it says is checked before anything else. */
	@PostMapping
	ModelAndView take(@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String reason, Locale locale,
			RedirectAttributes redirect) throws IOException {
		String said = cut(reason);
		try (InputStream sent = file.getInputStream()) {
			PackedRelease packed = PackedRelease.of(sent);
			ReleaseId made = this.editPack.take(packed.pack(), packed.files(), said, this.current.get()).id();
			return to(made, "release.uploaded", locale, redirect);
		}
		catch (NoPack | SameRelease refusal) {
			return notTaken("file", refusal, said, locale);
		}
		catch (ReleaseReasonMissing refusal) {
			return notTaken("reason", refusal, said, locale);
		}
	}

	private ModelAndView notTaken(String field, Refusal refusal, String reason, Locale locale) {
		FieldError error = new FieldError(field, this.texts.in(locale, refusal.wordsKey(), refusal.arguments()));
		ModelAndView page = new ModelAndView("release/packs", "page", this.pages.list(reason, List.of(error), locale));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	@GetMapping("/{release}/download")
	ResponseEntity<byte[]> download(@PathVariable String release) {
		ReleaseId id = this.pages.get(id(release)).id();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + id + ".zip")
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(PackedRelease.zip(this.packs.files(id)));
	}

	private static String cut(String reason) {
		return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
	}

	@GetMapping("/{release}")
	ModelAndView show(@PathVariable String release, Locale locale) {
		return new ModelAndView("release/release", "page",
				this.pages.page(id(release), this.current.get(), "", List.of(), locale));
	}

	@PostMapping("/{release}/propose")
	ModelAndView propose(@PathVariable String release, Locale locale, RedirectAttributes redirect) {
		return done(id(release), this.releasePack::propose, "release.proposed", locale, redirect);
	}

	@PostMapping("/{release}/release")
	ModelAndView release(@PathVariable String release, Locale locale, RedirectAttributes redirect) {
		return done(id(release), this.releasePack::release, "release.released", locale, redirect);
	}

	@PostMapping("/{release}/withdraw")
	ModelAndView withdraw(@PathVariable String release, @RequestParam(defaultValue = "") String reason, Locale locale,
			RedirectAttributes redirect) {
		ReleaseId id = id(release);
		String said = cut(reason);
		try {
			this.releasePack.withdraw(id, said, this.current.get());
		}
		catch (ReleaseReasonMissing | LastRelease refusal) {
			return refused(id, said, "reason", refusal, locale);
		}
		catch (ReleaseMovedOn refusal) {
			return refused(id, said, "release", refusal, locale);
		}
		return to(id, "release.withdrawn", locale, redirect);
	}

	private ModelAndView done(ReleaseId id, BiConsumer<ReleaseId, Actor> act, String words, Locale locale,
			RedirectAttributes redirect) {
		try {
			act.accept(id, this.current.get());
		}
		catch (ReleaseMovedOn | ReleaseFaulty | SecondPersonNeeded refusal) {
			return refused(id, "", "release", refusal, locale);
		}
		return to(id, words, locale, redirect);
	}

	private ModelAndView to(ReleaseId id, String words, Locale locale, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", this.texts.in(locale, words, id.toString()));
		return new ModelAndView("redirect:" + ReleasePages.url(id));
	}

	private ModelAndView refused(ReleaseId id, String reason, String field, Refusal refusal, Locale locale) {
		FieldError error = new FieldError(field, this.texts.in(locale, refusal.wordsKey(), refusal.arguments()));
		ModelAndView page = new ModelAndView("release/release", "page",
				this.pages.page(id, this.current.get(), reason, List.of(error), locale));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
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
