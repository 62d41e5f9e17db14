package cn.ecopark.worklist;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SilenceRules;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.RulePacks;

/** The units that may take a task over from the one that let its last day pass. */
@Component
public class Successors {

	private final Urgings urgings;

	private final Units units;

	private final RulePacks packs;

	private final CaseTime time;

	Successors(Urgings urgings, Units units, RulePacks packs, CaseTime time) {
		this.urgings = urgings;
		this.units = units;
		this.packs = packs;
		this.time = time;
	}

	/**
	 * @return the units that could take the task over; none where nobody can
	 */
	@Transactional(readOnly = true)
	public List<Unit> candidates(WorkItem item) {
		String holder = item.holder().unitId();
		if (holder == null || !isExchangeable(item)) {
			return List.of();
		}
		return this.units.presentOf(this.units.get(holder).kind(), this.time.today())
			.stream()
			.filter(unit -> !unit.id().equals(holder))
			.toList();
	}

	/**
	 * @return why the task cannot go to another unit now; null where it can
	 */
	@Transactional(readOnly = true)
	public @Nullable LegalRefusal obstacle(WorkItem item) {
		return LegalRefusal.of(() -> requireLastDayOver(item)).orElse(null);
	}

	/**
	 * @throws LegalRefusal when the holder's last day is not over, or nobody may take its
	 * place
	 */
	void requireLastDayOver(WorkItem item) {
		SilenceRules.stepGoesToAnotherOnlyAfterTheLastDay(item.task().name(),
				this.units.nameOn(String.valueOf(item.holder().unitId()), this.time.today()), isExchangeable(item),
				this.urgings.of(item.id()).lastDay(), this.time.today());
	}

	boolean isExchangeable(WorkItem item) {
		return this.packs.get(item.task().release()).role(item.holder().role()).exchangeable();
	}

}
