package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Set;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Suspensions;
import cn.ecopark.organisation.Actor;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimeLeft;
import cn.ecopark.worklist.WorkItem;

/** The rows of a desk, with what colleagues and the Office have to do with each task. */
@Component
class DeskRows {

	private final RowMaker rows;

	private final UrgingWords urgings;

	private final ProposalPages proposals;

	private final Suspensions suspensions;

	DeskRows(RowMaker rows, UrgingWords urgings, ProposalPages proposals, Suspensions suspensions) {
		this.suspensions = suspensions;
		this.rows = rows;
		this.urgings = urgings;
		this.proposals = proposals;
	}

	List<DeskPage.Row> of(List<WorkItem> items, Actor actor, Locale locale) {
		Map<Long, String> urged = this.urgings.inShort(items.stream().map(WorkItem::id).toList(), locale);
		Map<Long, Tag> proposed = this.proposals.tags(items, actor, locale);
		Set<String> still = this.suspensions.among(items.stream().map(item -> item.subject().dossierId()).toList());
		Map<Long, TimeLeft> left = this.rows.left(items);
		return items.stream()
			.map(item -> this.rows.row(item, actor,
					new RowMaker.Beside(urged.getOrDefault(item.id(), ""), still.contains(item.subject().dossierId()),
							left.getOrDefault(item.id(), TimeLeft.none())),
					locale)
				.tagged(proposed.get(item.id())))
			.toList();
	}

}
