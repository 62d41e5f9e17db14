package cn.ecopark.worklist.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.HolderNames;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SilenceRules;
import cn.ecopark.law.SilenceRules.StandIn;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.worklist.Successors;
import cn.ecopark.worklist.Supervision;
import cn.ecopark.worklist.Urgings;
import cn.ecopark.worklist.Urgings.OfTask;
import cn.ecopark.worklist.WorkItem;

/** Puts together on which page the Office urges whoever has a task. */
@Component
class UrgingPages {

	private final Supervision supervision;

	private final Urgings urgings;

	private final UrgingWords words;

	private final RowMaker rows;

	private final HolderNames names;

	private final Successors successors;

	private final CaseTime time;

	private final Texts texts;

	UrgingPages(Supervision supervision, Urgings urgings, UrgingWords words, RowMaker rows, HolderNames names,
			Successors successors, CaseTime time, Texts texts) {
		this.supervision = supervision;
		this.urgings = urgings;
		this.words = words;
		this.rows = rows;
		this.names = names;
		this.successors = successors;
		this.time = time;
		this.texts = texts;
	}

	UrgingPage page(WorkItem item, UrgingPage.Entry entered, List<FieldError> errors, Locale locale) {
		OfTask urged = this.urgings.of(item.id());
		SilenceRules.Way way = this.supervision.way(item);
		LegalRefusal noDay = against(() -> SilenceRules.lastDayIsSetOnlyWhereNoneIsDrawn(item.task().name(), way));
		LegalRefusal noSilence = this.supervision.againstSilence(item)
			.orElseGet(() -> against(() -> SilenceRules.silenceIsFoundOnlyAfterTheLastDay(item.task().name(),
					urged.lastDay(), this.time.today())));
		StandIn standIn = way.standIn();
		return new UrgingPage(String.valueOf(item.id()), UUID.randomUUID().toString(), item.subject().title(),
				url(item),
				new UrgingPage.Step(item.task().name(),
						this.names.nameAt(item.holder().unitId(), item.holder().personId(), this.time.now()),
						LocalDate.ofInstant(item.createdAt(), CaseTime.ZONE), this.rows.left(item)),
				this.words.texts(urged, locale), noDay == null ? earliest(item, urged) : null, words(noDay, locale),
				standIn == null ? null : standIn.label(), words(noSilence, locale), others(item),
				words(this.successors.obstacle(item), locale), entered, errors);
	}

	/**
	 * @return page of the case or batch that the task is about
	 */
	static String url(WorkItem item) {
		String caseId = item.subject().caseId();
		return caseId != null ? "/cases/" + caseId : "/batches/" + item.subject().batchId();
	}

	private List<UrgingPage.Unit> others(WorkItem item) {
		return this.successors.candidates(item)
			.stream()
			.map(unit -> new UrgingPage.Unit(unit.id(), unit.nameOn(this.time.today())))
			.toList();
	}

	/** Neither the limit nor a day that was set before may be shortened. */
	private LocalDate earliest(WorkItem item, OfTask urged) {
		LocalDate first = this.supervision.bounds(item).first();
		LocalDate limit = item.dueOn();
		LocalDate former = urged.lastDay();
		first = limit != null && limit.isAfter(first) ? limit : first;
		return former != null && former.isAfter(first) ? former : first;
	}

	private static @Nullable LegalRefusal against(Runnable rule) {
		return LegalRefusal.of(rule).orElse(null);
	}

	private @Nullable String words(@Nullable LegalRefusal refusal, Locale locale) {
		return refusal == null ? null : this.texts.in(locale, refusal.wordsKey(), refusal.arguments());
	}

}
