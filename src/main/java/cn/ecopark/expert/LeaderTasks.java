package cn.ecopark.expert;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItemHolders;
import cn.ecopark.worklist.WorkItems;

/**
 * The open tasks of panels' leaders, and whether those who hold them still work on them.
 */
@Component
class LeaderTasks {

	private final WorkItems items;

	private final WorkItemHolders holders;

	private final People people;

	private final Units units;

	private final PanelSettings settings;

	private final CaseTime time;

	private final WorkingDays workingDays;

	private final StepRuns runs;

	LeaderTasks(WorkItems items, WorkItemHolders holders, People people, Units units, PanelSettings settings,
			CaseTime time, WorkingDays workingDays, StepRuns runs) {
		this.runs = runs;
		this.items = items;
		this.holders = holders;
		this.people = people;
		this.units = units;
		this.settings = settings;
		this.time = time;
		this.workingDays = workingDays;
	}

	/**
	 * @return whether the limit of a conclusion that lies with the person has ended
	 */
	boolean isLate(String caseId, long personId) {
		return of(caseId, personId).stream().anyMatch(this::isLate);
	}

	boolean hasAccount(long personId) {
		return this.people.find(personId).filter(Person::active).isPresent();
	}

	/**
	 * @return the conclusions whose limit has ended, or whose leader has no account any
	 * more, in all cases
	 */
	List<WorkItem> stuck() {
		return this.holders.openOfPersons(Purpose.PANEL_CONCLUSION)
			.stream()
			.filter(item -> isLate(item) || !hasAccount(holder(item)))
			.toList();
	}

	/**
	 * The other has the tasks from now on, with their limits anew.
	 * @param by what the record says it came about by
	 */
	void move(String caseId, long from, long to, String by) {
		for (WorkItem item : of(caseId, from)) {
			String limit = item.limitKey();
			LocalDate due = limit == null ? null
					: this.workingDays.lastDay(this.time.today(), this.settings.term(caseId, limit));
			StepEnd end = isLate(item) ? StepEnd.LAPSED : StepEnd.CANCELLED;
			this.holders.handOver(item, to, due);
			this.runs.passedOn(item.id(), item.dueOn(), new StepRuns.Ending(end, by, null, null, this.time.now()),
					StepRuns.Heir.person(to), due);
		}
	}

	String nameOf(long personId) {
		return this.people.nameOf(personId);
	}

	String unitOf(Actor actor) {
		return this.units.nameOn(actor.unitId(), this.time.today());
	}

	private List<WorkItem> of(String caseId, long personId) {
		return this.items.openOf(caseId)
			.stream()
			.filter(item -> item.description().purpose() == Purpose.PANEL_CONCLUSION && holder(item) == personId)
			.toList();
	}

	private boolean isLate(WorkItem item) {
		LocalDate due = item.dueOn();
		return due != null && due.isBefore(this.time.today());
	}

	private static long holder(WorkItem item) {
		Long person = item.holder().personId();
		return person == null ? 0 : person;
	}

}
