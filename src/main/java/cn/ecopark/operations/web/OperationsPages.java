package cn.ecopark.operations.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.SealState;
import cn.ecopark.background.GivenUpWork;
import cn.ecopark.background.GivenUpWork.GivenUp;
import cn.ecopark.background.QueueState;
import cn.ecopark.batch.Batch;
import cn.ecopark.batch.Batches;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.operations.Alarms;
import cn.ecopark.operations.FaultKind;
import cn.ecopark.process.EngineJobs;
import cn.ecopark.process.EngineJobs.FailedJob;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Puts together the page of whoever runs the system. */
@Component
class OperationsPages {

	static final String JOB = "job";

	static final String WORK = "work";

	static final String PLACE = "place";

	/** Of each kind of failure. */
	private static final int MOST = 50;

	private final EngineJobs jobs;

	private final GivenUpWork work;

	private final QueueState queue;

	private final SealState seals;

	private final Cases cases;

	private final Batches batches;

	private final Alarms alarms;

	private final Texts texts;

	OperationsPages(EngineJobs jobs, GivenUpWork work, QueueState queue, SealState seals, Cases cases, Batches batches,
			Alarms alarms, Texts texts) {
		this.jobs = jobs;
		this.work = work;
		this.queue = queue;
		this.seals = seals;
		this.cases = cases;
		this.batches = batches;
		this.alarms = alarms;
		this.texts = texts;
	}

	/**
	 * What was sent and refused.
	 *
	 * @param message what is wrong
	 */
	record Refused(String what, String id, String reason, String message) {

		String field() {
			return OperationsPages.field(this.what, this.id);
		}

	}

	OperationsPage page(@Nullable Refused refused, Locale locale) {
		List<FailedJob> steps = this.jobs.failed(MOST);
		List<GivenUp> given = this.work.all(MOST);
		List<OperationsPage.Failed> failed = Stream
			.concat(steps.stream().map(job -> failed(job, refused, locale)),
					given.stream().map(one -> failed(one, refused, locale)))
			.toList();
		List<OperationsPage.Place> places = this.seals.places()
			.stream()
			.map(place -> place(place, refused, locale))
			.toList();
		return new OperationsPage(alarms(locale), failed, steps.size() == MOST || given.size() == MOST, waiting(locale),
				places, refused == null ? List.of() : List.of(new FieldError(refused.field(), refused.message())));
	}

	private List<OperationsPage.Figure> alarms(Locale locale) {
		return this.alarms.all()
			.stream()
			.sorted(Comparator.comparing(Alarms.State::red).reversed())
			.map(state -> figure(state, locale))
			.toList();
	}

	private OperationsPage.Figure figure(Alarms.State state, Locale locale) {
		Tag tag = state.red() ? new Tag(this.texts.in(locale, "operations.alarm.red"), Tone.BAD)
				: new Tag(this.texts.in(locale, "operations.alarm.green"), Tone.GOOD);
		return new OperationsPage.Figure(tag, this.texts.in(locale, state.alarm().words()),
				this.texts.in(locale, "operations.alarm.measured", measured(state, state.value(), locale),
						measured(state, state.most(), locale)));
	}

	private String measured(Alarms.State state, long value, Locale locale) {
		return state.alarm().isTime() ? lasting(Duration.ofSeconds(value), locale) : Long.toString(value);
	}

	private OperationsPage.Failed failed(FailedJob job, @Nullable Refused refused, Locale locale) {
		String step = job.step().isEmpty() ? this.texts.in(locale, "operations.upkeep") : job.step();
		return new OperationsPage.Failed(JOB, job.id(), this.texts.in(locale, "operations.step", step), about(job),
				job.at().atZone(CaseTime.ZONE), words(job.fault(), locale), job.fault(),
				act(JOB, job.id(), "operations.retry", "operations.retry.step", refused, locale));
	}

	private OperationsPage.Failed failed(GivenUp given, @Nullable Refused refused, Locale locale) {
		String id = Long.toString(given.id());
		String label = given.repeatable() ? "operations.retry" : "operations.settle";
		return new OperationsPage.Failed(WORK, id,
				this.texts.in(locale, "operations.tried", kind(given.kind().name(), locale), given.attempts()),
				dossier(given.dossierId()), given.at().atZone(CaseTime.ZONE), words(given.fault(), locale),
				given.key() + "\n" + given.fault(), act(WORK, id, label, label + ".work", refused, locale));
	}

	private OperationsPage.Place place(SealState.Place place, @Nullable Refused refused, Locale locale) {
		boolean failing = place.failures() > 0;
		return new OperationsPage.Place(place.name(), state(place, locale), place.behind(),
				place.toldAt().atZone(CaseTime.ZONE),
				failing ? act(PLACE, place.name(), "operations.tell", "operations.tell.place", refused, locale) : null);
	}

	private Tag state(SealState.Place place, Locale locale) {
		if (place.failures() > 0) {
			return new Tag(this.texts.in(locale, "operations.place.failing", place.failures()), Tone.BAD);
		}
		return place.behind() > 0 ? new Tag(this.texts.in(locale, "operations.place.waiting"), Tone.WARN)
				: new Tag(this.texts.in(locale, "operations.place.told"), Tone.GOOD);
	}

	private OperationsPage.Act act(String what, String id, String label, String consequence, @Nullable Refused refused,
			Locale locale) {
		boolean mine = refused != null && refused.what().equals(what) && refused.id().equals(id);
		return new OperationsPage.Act(this.texts.in(locale, label), this.texts.in(locale, consequence), field(what, id),
				mine && refused != null ? refused.reason() : "", mine && refused != null ? refused.message() : null);
	}

	/** An id of HTML. */
	private static String field(String what, String id) {
		return "reason-" + what + "-" + id.replaceAll("[^A-Za-z0-9-]", "_");
	}

	private List<OperationsPage.Waiting> waiting(Locale locale) {
		return this.queue.byKind()
			.stream()
			.filter(kind -> kind.waiting() + kind.underWay() + kind.resting() > 0)
			.map(kind -> waiting(kind, locale))
			.toList();
	}

	private OperationsPage.Waiting waiting(QueueState.OfKind kind, Locale locale) {
		return new OperationsPage.Waiting(kind(kind.kind().name(), locale), kind.waiting(), kind.underWay(),
				kind.resting(), kind.waiting() == 0 ? "" : lasting(kind.longest(), locale));
	}

	/** To the second below a minute, else to the minute. */
	private String lasting(Duration duration, Locale locale) {
		return duration.toMinutes() == 0 ? this.texts.in(locale, "operations.seconds", duration.toSeconds())
				: duration.toHours() == 0 ? this.texts.in(locale, "operations.minutes", duration.toMinutes())
						: this.texts.in(locale, "operations.hours", duration.toHours(), duration.toMinutesPart());
	}

	private String kind(String name, Locale locale) {
		return this.texts.inOr(locale, "operations.kind." + name, "operations.kind.other", name);
	}

	/**
	 * The words of a refusal where they name nothing that is not kept; else of its kind.
	 */
	private String words(String fault, Locale locale) {
		FaultKind kind = FaultKind.of(fault);
		Optional<String> refusal = FaultKind.refusal(fault)
			.map(problem -> this.texts.in(locale, "problem." + problem))
			.filter(words -> !words.startsWith("problem.") && !words.contains("{"));
		return refusal.map(words -> this.texts.in(locale, "operations.fault.refused-by", words))
			.orElseGet(() -> this.texts.in(locale, kind.words()));
	}

	private String about(FailedJob job) {
		String batchId = job.batchId();
		return batchId == null ? dossier(job.caseId()) : dossier(batchId);
	}

	private String dossier(@Nullable String id) {
		if (id == null) {
			return "";
		}
		return this.cases.find(id)
			.map(OperationsPages::name)
			.or(() -> this.batches.find(id).map(Batch::title))
			.orElse(id);
	}

	private static String name(EcoCase ecoCase) {
		String number = ecoCase.number();
		return number == null ? ecoCase.park().name() : ecoCase.park().name() + " " + number;
	}

}
