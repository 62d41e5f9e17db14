package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.Role;
import cn.ecopark.worklist.TaskRefusals.NoUnitToChange;
import cn.ecopark.worklist.TaskRefusals.NotOfTheOffice;
import cn.ecopark.worklist.TaskRefusals.UnitCannotTakeOver;

/**
 * 更换承办单位: the Office lets another unit take the place of one in a running case, whether
 * or not that is late. What was done stays as it is; what is open goes on with the other
 * one, with its limits anew.
 */
@Component
public class ChangeUnit {

	/** As the record names what ended the step of the first unit. */
	private static final String CHANGED = "更换承办单位";

	private final CaseAccess access;

	private final Cases cases;

	private final UnitsThatMayTakeOver units;

	private final StepSuccession succession;

	private final WorkItems items;

	private final UnitChangeRecord record;

	private final CaseTime time;

	ChangeUnit(CaseAccess access, Cases cases, UnitsThatMayTakeOver units, StepSuccession succession, WorkItems items,
			UnitChangeRecord record, CaseTime time) {
		this.access = access;
		this.cases = cases;
		this.units = units;
		this.succession = succession;
		this.items = items;
		this.record = record;
		this.time = time;
	}

	/**
	 * A unit that can be changed.
	 *
	 * @param role what it is in the case
	 * @param others units of its kind
	 * @param open names of the steps that wait for it and would go to another
	 */
	public record Changeable(Role role, String unitId, List<Unit> others, List<String> open) {
	}

	/**
	 * @return the units in whose place the actor may put others now
	 */
	@Transactional(readOnly = true)
	public List<Changeable> offered(EcoCase ecoCase, Actor actor) {
		return !isOffice(actor) ? List.of()
				: changeable(ecoCase).filter(one -> this.units.isUnfinished(ecoCase, one.role(), one.unitId()))
					.toList();
	}

	/**
	 * @param roleCode what the unit is in the case
	 * @throws NotOfTheOffice when the actor is not of the Office
	 * @throws NoUnitToChange when the case has no unit in that role that could be changed
	 * @throws UnitCannotTakeOver when the other unit is none of that kind
	 * @throws cn.ecopark.casefile.CaseRefusals.CaseStandsStill when it does
	 * @throws LegalRefusal when the unit has finished, nobody in the other one could act,
	 * or an expert on the panel works for it
	 */
	@Transactional
	public void change(String caseId, String roleCode, @Nullable String unitId, Reason reason, Actor actor) {
		this.access.read(actor, caseId);
		if (!isOffice(actor)) {
			throw new NotOfTheOffice();
		}
		EcoCase ecoCase = this.cases.lock(caseId);
		Changeable now = inRole(ecoCase, roleCode).orElseThrow(NoUnitToChange::new);
		this.record.requireRunning(caseId);
		this.units.requireUnfinished(ecoCase, now.role(), now.unitId());
		if (now.others().stream().noneMatch(unit -> unit.id().equals(unitId))) {
			throw new UnitCannotTakeOver();
		}
		String other = Objects.requireNonNull(unitId);
		this.units.require(ecoCase, other);
		List<WorkItem> open = open(caseId, now.unitId());
		this.record.changed(caseId, now, other, reason, actor);
		open.forEach(item -> this.succession.passOn(item, other, isLate(item) ? StepEnd.LAPSED : StepEnd.CANCELLED,
				CHANGED, reason, actor));
	}

	/**
	 * @return that unit, when the actor may put another in its place now
	 */
	@Transactional(readOnly = true)
	public Optional<Changeable> offered(EcoCase ecoCase, String roleCode, Actor actor) {
		return isOffice(actor) ? inRole(ecoCase, roleCode) : Optional.empty();
	}

	private Optional<Changeable> inRole(EcoCase ecoCase, String roleCode) {
		return changeable(ecoCase).filter(one -> one.role().code().equals(roleCode)).findFirst();
	}

	private Stream<Changeable> changeable(EcoCase ecoCase) {
		return ecoCase.status() != CaseStatus.OPEN ? Stream.empty()
				: this.units.of(ecoCase)
					.stream()
					.map(one -> new Changeable(one.role(), one.unitId(), this.units.others(one.unitId()),
							open(ecoCase.id(), one.unitId()).stream().map(item -> item.task().name()).toList()));
	}

	/** Steps about objections to the case as well. */
	private List<WorkItem> open(String caseId, String unitId) {
		return this.items.openOfCases(List.of(caseId))
			.stream()
			.filter(item -> unitId.equals(item.holder().unitId()))
			.toList();
	}

	private boolean isLate(WorkItem item) {
		LocalDate due = item.dueOn();
		return due != null && due.isBefore(this.time.today());
	}

	private static boolean isOffice(Actor actor) {
		return actor.worksOnCases() && actor.unitLevel() == UnitLevel.OFFICE;
	}

}
