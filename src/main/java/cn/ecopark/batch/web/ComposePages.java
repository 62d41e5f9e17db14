package cn.ecopark.batch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchRefusals.BatchNotFound;
import cn.ecopark.batch.BatchRefusals.NotYourBatch;
import cn.ecopark.batch.Batches;
import cn.ecopark.batch.Hindrances;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Refusal;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.TimeLeft;
import cn.ecopark.worklist.WaitingForBatch;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.web.RowMaker;

/** The page on which the Office composes a batch. */
@Component
class ComposePages {

	private final WaitingForBatch waitingCases;

	private final Batches batches;

	private final Hindrances hindrances;

	private final RowMaker rows;

	private final Opinions opinions;

	private final RulePacks packs;

	private final CaseTime time;

	private final BatchWords words;

	ComposePages(WaitingForBatch waitingCases, Batches batches, Hindrances hindrances, RowMaker rows, Opinions opinions,
			RulePacks packs, CaseTime time, BatchWords words) {
		this.waitingCases = waitingCases;
		this.batches = batches;
		this.hindrances = hindrances;
		this.rows = rows;
		this.opinions = opinions;
		this.packs = packs;
		this.time = time;
		this.words = words;
	}

	/**
	 * What was entered so far.
	 *
	 * @param pack whose waiting cases are shown; null for the first for which some wait
	 */
	record Entered(@Nullable String pack, @Nullable String title, Set<String> chosen, String submission) {

		static Entered nothing(@Nullable String pack, String submission) {
			return new Entered(pack, null, Set.of(), submission);
		}

	}

	ComposePage page(String kind, Actor actor, Entered entered, List<FieldError> errors) {
		if (actor.unitLevel() != UnitLevel.OFFICE || !actor.worksOnCases()) {
			throw new NotYourBatch();
		}
		RulePack pack = packOf(kind, entered.pack());
		String label = this.words.kind(pack.release(), kind);
		List<WorkItem> waiting = this.waitingCases.of(pack.id(), kind);
		Map<String, LegalRefusal> hindered = this.hindrances.among(kind,
				waiting.stream().map(item -> String.valueOf(item.subject().caseId())).toList());
		Map<Long, TimeLeft> left = this.rows.left(waiting);
		return new ComposePage(kind, pack.id(), label,
				entered.title() == null ? proposed(pack, kind, label) : entered.title(), rhythm(pack, kind),
				this.words.text("batch.compose.outcome", label),
				waiting.stream()
					.map(item -> waiting(item, left.getOrDefault(item.id(), TimeLeft.none()), entered, hindered))
					.toList(),
				entered.submission(), errors);
	}

	FieldError error(String field, Refusal refusal) {
		return new FieldError(field, this.words.text(refusal.wordsKey(), refusal.arguments()));
	}

	private ComposePage.Waiting waiting(WorkItem item, TimeLeft left, Entered entered,
			Map<String, LegalRefusal> hindered) {
		String caseId = String.valueOf(item.subject().caseId());
		LegalRefusal hindrance = hindered.get(caseId);
		return new ComposePage.Waiting(caseId, item.subject().title(),
				this.rows.parkMeta(item, LocaleContextHolder.getLocale()), "/cases/" + caseId,
				LocalDate.ofInstant(item.createdAt(), CaseTime.ZONE), basis(item, caseId), left,
				entered.chosen().contains(caseId) && hindrance == null,
				hindrance == null ? null : this.words.text(hindrance.wordsKey(), hindrance.arguments()));
	}

	/**
	 * The decision the case comes with: the newest that is not secret and not about
	 * batches.
	 */
	private @Nullable String basis(WorkItem item, String caseId) {
		return this.opinions.of(caseId)
			.stream()
			.filter(opinion -> !opinion.secret() && !opinion.isOf(Purpose.COMPOSITION))
			.findFirst()
			.map(opinion -> basis(item, opinion))
			.orElse(null);
	}

	private String basis(WorkItem item, Opinion opinion) {
		RulePack pack = this.packs.get(item.task().release());
		String outcome = pack.outcomes().containsKey(opinion.outcome()) ? pack.outcome(opinion.outcome()).label()
				: opinion.outcome();
		return this.words.text("batch.compose.basedOn", opinion.step().name(), outcome,
				LocalDate.ofInstant(opinion.at(), CaseTime.ZONE));
	}

	/** A rule of the regime, told and not enforced. */
	private @Nullable String rhythm(RulePack pack, String kind) {
		Integer months = pack.batchEveryMonths(kind).orElse(null);
		if (months == null) {
			return null;
		}
		return this.batches.lastDecided(pack.id(), kind)
			.map(last -> this.words.text("batch.compose.rhythm.last", months, last, last.plusMonths(months)))
			.orElseGet(() -> this.words.text("batch.compose.rhythm", months));
	}

	private String proposed(RulePack pack, String kind, String label) {
		int year = this.time.today().getYear();
		return this.words.text("batch.compose.proposed", String.valueOf(year),
				this.batches.countOf(pack.id(), kind, year) + 1, label);
	}

	private RulePack packOf(String kind, @Nullable String wanted) {
		List<RulePack> packs = this.packs.all()
			.stream()
			.filter(pack -> wanted == null || wanted.isEmpty() || wanted.equals(pack.id()))
			.filter(pack -> pack.hasBatches(kind))
			.toList();
		return packs.stream()
			.filter(pack -> packs.size() > 1 && !this.waitingCases.of(pack.id(), kind).isEmpty())
			.findFirst()
			.or(() -> packs.stream().findFirst())
			.orElseThrow(BatchNotFound::new);
	}

}
