package cn.ecopark.wholefile.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;
import cn.ecopark.wholefile.Exports;
import cn.ecopark.wholefile.Exports.Export;
import cn.ecopark.wholefile.PdfJob;
import cn.ecopark.wholefile.PdfJobs;

/** Puts the page of a whole file together. */
@Component
class WholeFilePages {

	private final CaseAccess access;

	private final Exports exports;

	private final PdfJobs jobs;

	private final RulePacks packs;

	private final Texts texts;

	WholeFilePages(CaseAccess access, Exports exports, PdfJobs jobs, RulePacks packs, Texts texts) {
		this.packs = packs;
		this.access = access;
		this.exports = exports;
		this.jobs = jobs;
		this.texts = texts;
	}

	WholeFilePage page(String caseId, Actor reader) {
		EcoCase ecoCase = this.access.read(reader, caseId);
		List<String> meta = new ArrayList<>();
		meta.add(this.packs.get(ecoCase.release())
			.kindOfCase(ecoCase.kind())
			.label()
			.in(LocaleContextHolder.getLocale()));
		if (ecoCase.number() != null) {
			meta.add(ecoCase.number());
		}
		return new WholeFilePage(caseId, ecoCase.park().name(), meta,
				this.exports.of(caseId, reader).stream().map(WholeFilePages::zip).toList(),
				this.jobs.of(caseId, reader).stream().map(this::pdf).toList());
	}

	private WholeFilePage.Pdf pdf(PdfJob job) {
		PdfJob.Result result = job.result();
		Tag state = new Tag(this.texts.text("wholefile.job." + job.state()), switch (job.state()) {
			case WAITING, RUNNING -> Tone.STRONG;
			case READY -> Tone.GOOD;
			case FAILED -> Tone.BAD;
			case EXPIRED -> Tone.QUIET;
		});
		return new WholeFilePage.Pdf(LocalDateTime.ofInstant(job.orderedAt(), CaseTime.ZONE), state, job.isUnderWay(),
				job.done(), job.total(), result == null ? null : note(result),
				result == null ? null : "/cases/" + job.caseId() + "/whole-file/" + job.id() + ".pdf");
	}

	private String note(PdfJob.Result result) {
		return result.notes() == 0 ? this.texts.text("wholefile.job.size", result.pages(), readable(result.size()))
				: this.texts.text("wholefile.job.sizeAndNotes", result.pages(), readable(result.size()),
						result.notes());
	}

	private static WholeFilePage.Zip zip(Export export) {
		return new WholeFilePage.Zip(LocalDateTime.ofInstant(export.madeAt(), CaseTime.ZONE), export.entries(),
				readable(export.size()), export.manifestSha256());
	}

	static String readable(long bytes) {
		return bytes < 1 << 10 ? bytes + " B"
				: bytes < 1 << 20 ? (bytes >> 10) + " KB" : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
	}

}
