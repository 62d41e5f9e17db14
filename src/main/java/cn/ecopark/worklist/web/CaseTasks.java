package cn.ecopark.worklist.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.Term;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskEngine;
import cn.ecopark.worklist.TaskEngine.NextHandler;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/**
 * A case is where its open tasks are. Tasks about objections to it are no step of its
 * own.
 */
@Component
@Order(1)
class CaseTasks implements CaseWhereabouts {

	private final WorkItems items;

	private final TaskEngine engine;

	private final RulePacks packs;

	CaseTasks(WorkItems items, TaskEngine engine, RulePacks packs) {
		this.items = items;
		this.engine = engine;
		this.packs = packs;
	}

	@Override
	public List<Place> of(Collection<String> caseIds) {
		return open(caseIds).stream().map(CaseTasks::place).toList();
	}

	@Override
	public List<Onward> onward(String caseId) {
		List<Onward> onward = new ArrayList<>();
		Set<String> asked = new HashSet<>();
		for (WorkItem item : open(List.of(caseId))) {
			if (asked.add(item.task().taskKey())) {
				onward.addAll(onward(item));
			}
		}
		return onward;
	}

	private List<WorkItem> open(Collection<String> caseIds) {
		return this.items.openOfCases(caseIds).stream().filter(item -> item.subject().objectionId() == null).toList();
	}

	private List<Onward> onward(WorkItem item) {
		RulePack pack = this.packs.get(item.task().release());
		Map<List<NextHandler>, List<String>> together = new LinkedHashMap<>();
		this.engine.nextHandlers(item)
			.forEach((outcome, next) -> together.computeIfAbsent(next, same -> new ArrayList<>()).add(outcome));
		List<Onward> onward = new ArrayList<>();
		together.forEach((next, outcomes) -> onward.add(new Onward(outcomes, following(next, pack),
				next.stream().filter(handler -> handler.role() == null).map(NextHandler::step).toList())));
		return onward;
	}

	private static List<Following> following(List<NextHandler> next, RulePack pack) {
		List<Following> following = new ArrayList<>();
		for (NextHandler handler : next) {
			if (handler.role() != null) {
				following.add(new Following(handler.step(), handler.role(), term(handler.limitKey(), pack)));
			}
		}
		return following;
	}

	private static @Nullable Term term(@Nullable String limitKey, RulePack pack) {
		return limitKey == null ? null : pack.limit(limitKey).term();
	}

	private static Place place(WorkItem item) {
		WorkItem.Holder holder = item.holder();
		String batch = item.description().batch();
		return new Place(String.valueOf(item.subject().caseId()), item.task().name(),
				batch == null ? item.task().stage() : batch,
				new Holder(holder.role(), holder.unitId(), holder.personId(), holder.claimedBy()), item.createdAt(),
				item.dueOn(), RowMaker.url(item), null);
	}

}
