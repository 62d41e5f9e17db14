package cn.ecopark.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.background.WorkKind;
import cn.ecopark.calendar.CalendarChanging;
import cn.ecopark.calendar.CalendarRecount;
import cn.ecopark.process.engine.LimitTimers;

/**
 * Counts anew, when the calendar has changed, until when a flow waits at an event that
 * ends with a limit, for instance a notice that a province gives for so many working
 * days.
 */
@Component
class LimitEventRecount extends CalendarRecount {

	/** Keys begin with the id of the engine's timer. */
	private static final WorkKind KIND = new WorkKind("event-recount");

	private static final String INTERMEDIATE = "timer-intermediate-transition";

	private static final Pattern LIMIT = Pattern.compile("\\$\\{" + LimitTimers.DUE + "(\\w+)}");

	private final ManagementService management;

	private final RecountLimitEvent recountEvent;

	private final BackgroundQueue queue;

	LimitEventRecount(ManagementService management, RecountLimitEvent recountEvent, BackgroundQueue queue) {
		super(KIND);
		this.management = management;
		this.recountEvent = recountEvent;
		this.queue = queue;
	}

	@EventListener
	void on(CalendarChanging changing) {
		List<String> waiting = this.management.createJobDefinitionQuery()
			.jobType(INTERMEDIATE)
			.list()
			.stream()
			.filter(definition -> limitOf(definition).isPresent())
			.flatMap(definition -> this.management.createJobQuery().jobDefinitionId(definition.getId()).list().stream())
			.map(Job::getId)
			.toList();
		this.queue.addAll(KIND, keys(waiting, changing));
	}

	@Override
	protected void recount(String id) {
		Job timer = this.management.createJobQuery().jobId(id).singleResult();
		JobDefinition definition = timer == null ? null
				: this.management.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId()).singleResult();
		if (definition != null) {
			limitOf(definition).ifPresent(limit -> this.recountEvent.recount(timer, definition.getActivityId(), limit));
		}
	}

	private static Optional<String> limitOf(JobDefinition definition) {
		Matcher named = LIMIT.matcher(String.valueOf(definition.getJobConfiguration()));
		return named.find() ? Optional.of(named.group(1)) : Optional.empty();
	}

}
