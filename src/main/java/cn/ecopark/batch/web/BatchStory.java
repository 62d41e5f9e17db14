package cn.ecopark.batch.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.UndoneSteps;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.TimelineEntry;
import cn.ecopark.worklist.WorkItem;

/** How far a batch has come: the strip of its steps, and what happened, told in words. */
@Component
class BatchStory {

	private final Opinions opinions;

	private final BatchWords words;

	private final UndoneSteps undone;

	BatchStory(Opinions opinions, BatchWords words, UndoneSteps undone) {
		this.opinions = opinions;
		this.words = words;
		this.undone = undone;
	}

	/** A phase of every batch, and the tasks that belong to it. */
	private enum Phase {

		DRAFT(Purpose.DRAFT, Purpose.NOTICE_DRAFT), BALLOT(Purpose.BALLOT, Purpose.COORDINATION), END(Purpose.ISSUE);

		private final Set<Purpose> tasks;

		Phase(Purpose... tasks) {
			this.tasks = Set.of(tasks);
		}

		boolean holds(Purpose purpose) {
			return this.tasks.contains(purpose);
		}

	}

	/** Composed, drafted, voted on, issued or laid before the public. */
	List<Step> steps(Batch batch, List<WorkItem> open) {
		List<Opinion> given = this.opinions.of(batch.id());
		int present = batch.isOpen() ? present(open) : Phase.values().length;
		List<Step> steps = new ArrayList<>();
		steps.add(new Step(this.words.text("batch.step.composed"), batch.composedOn().toString(), Step.State.DONE));
		for (Phase phase : Phase.values()) {
			Step.State state = phase.ordinal() < present ? Step.State.DONE
					: phase.ordinal() == present ? Step.State.PRESENT : Step.State.FUTURE;
			steps.add(new Step(label(batch, phase), state == Step.State.DONE ? lastDay(given, phase) : null, state));
		}
		return steps;
	}

	/**
	 * @return newest first
	 */
	List<TimelineEntry> timeline(Batch batch, List<BatchItem> parks) {
		List<Event> events = new ArrayList<>();
		events.add(new Event(batch.composedAt(), this.words.text("batch.story.composed"), ""));
		this.opinions.of(batch.id())
			.forEach(opinion -> events.add(new Event(opinion.at(),
					this.words.text("batch.story.decided", opinion.step().name(),
							this.words.choice(batch, opinion.outcome()).label()),
					opinion.author().unitName() + " " + opinion.author().personName())));
		this.undone.ofBatch(batch.id())
			.forEach(one -> events.add(new Event(one.left(), this.words.text("batch.story.decided", one.stepName(),
					this.words.text(one.message(), one.arguments().toArray())), one.who())));
		parks.stream()
			.filter(park -> park.state() == BatchItem.State.STRUCK_OUT && park.leftAt() != null)
			.forEach(park -> events.add(new Event(java.util.Objects.requireNonNull(park.leftAt()),
					this.words.text("batch.story.struck-out", park.park().name()), this.words.reason(batch, park))));
		if (batch.closedAt() != null) {
			events.add(new Event(batch.closedAt(),
					this.words.text("batch.story.closed", this.words.state(batch).label()), ""));
		}
		return events.stream()
			.sorted(Comparator.comparing(Event::at).reversed())
			.map(event -> new TimelineEntry(TimelineEntry.State.PAST, LocalDate.ofInstant(event.at(), CaseTime.ZONE),
					null, event.title(), event.text()))
			.toList();
	}

	private record Event(Instant at, String title, String text) {
	}

	/**
	 * While nobody has a task, the batch is before the public or its results are on their
	 * way.
	 */
	private static int present(List<WorkItem> open) {
		for (Phase phase : Phase.values()) {
			if (open.stream().anyMatch(item -> phase.holds(item.description().purpose()))) {
				return phase.ordinal();
			}
		}
		return Phase.END.ordinal();
	}

	private String label(Batch batch, Phase phase) {
		return this.words.text(switch (phase) {
			case DRAFT -> "batch.step.draft";
			case BALLOT -> "batch.step.ballot";
			case END -> this.words.isPublic(batch) ? "batch.step.notice" : "batch.step.issue";
		});
	}

	private static @Nullable String lastDay(List<Opinion> given, Phase phase) {
		return given.stream()
			.filter(opinion -> phase.holds(opinion.step().purpose()))
			.findFirst()
			.map(opinion -> LocalDate.ofInstant(opinion.at(), CaseTime.ZONE).toString())
			.orElse(null);
	}

}
