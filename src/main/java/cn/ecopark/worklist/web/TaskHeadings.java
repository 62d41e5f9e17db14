package cn.ecopark.worklist.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.web.SuspensionWords;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.TimeLeft;
import cn.ecopark.web.view.Tone;
import cn.ecopark.worklist.Desk;
import cn.ecopark.worklist.WorkItem;

/**
 * What stands above a task: what it is, its place on the desk, who has it, and what may
 * be done with it unopened.
 */
@Component
class TaskHeadings {

	private final Desk desk;

	private final RowMaker rows;

	private final People people;

	private final Texts texts;

	private final SuspensionWords suspension;

	TaskHeadings(Desk desk, RowMaker rows, People people, Texts texts, SuspensionWords suspension) {
		this.desk = desk;
		this.rows = rows;
		this.people = people;
		this.texts = texts;
		this.suspension = suspension;
	}

	TaskPage.Heading heading(WorkItem item, Actor actor, String submission, Locale locale) {
		List<String> meta = new ArrayList<>(this.rows.parkMeta(item, locale));
		meta.add(this.rows.stage(item));
		String caseId = item.subject().caseId();
		String url = caseId != null ? "/cases/" + caseId : "/batches/" + item.subject().batchId();
		return new TaskPage.Heading(item.subject().title(), meta, url, item.isOpen() ? position(item, actor) : null,
				item.isOpen() ? more(item, actor, submission, locale) : List.of(),
				item.isOpen() ? this.suspension.of(item.subject().dossierId(), locale) : null);
	}

	TimeLeft left(WorkItem item) {
		return this.rows.left(item);
	}

	TaskPage.Assignment assignment(WorkItem item, Actor actor, Locale locale) {
		Long claimedBy = item.holder().claimedBy();
		String name = claimedBy == null || claimedBy == actor.personId() ? null : this.people.nameOf(claimedBy);
		String closed = switch (item.state()) {
			case OPEN -> name == null ? null : this.texts.in(locale, "worklist.closed.claimed", name);
			case DONE -> this.texts.in(locale, "worklist.closed.done");
			case CANCELLED -> this.texts.in(locale, "worklist.closed.cancelled");
		};
		return new TaskPage.Assignment(item.task().name(), LocalDate.ofInstant(item.createdAt(), CaseTime.ZONE),
				this.rows.limitDays(item), name, closed);
	}

	private TaskPage.Position position(WorkItem item, Actor actor) {
		Desk.Place place = this.desk.place(actor, item);
		return new TaskPage.Position(place.before().next(), place.open(), url(place.previous()), url(place.next()));
	}

	private static @Nullable String url(Desk.@Nullable Neighbour neighbour) {
		return neighbour == null ? null : RowMaker.url(neighbour.id(), neighbour.batch());
	}

	private List<Action> more(WorkItem item, Actor actor, String submission, Locale locale) {
		List<Action> actions = new ArrayList<>();
		if (item.holder().unitId() == null) {
			return actions;
		}
		Long claimedBy = item.holder().claimedBy();
		if (claimedBy == null) {
			actions.add(action("worklist.action.claim", "/tasks/" + item.id() + "/claim", submission, locale));
		}
		else if (claimedBy == actor.personId() || actor.isSupervisor()) {
			actions.add(action("worklist.action.release", "/tasks/" + item.id() + "/release", submission, locale));
		}
		if (actor.isSupervisor()) {
			this.people.membersOf(actor.unitId())
				.stream()
				.filter(member -> claimedBy == null || member.id() != claimedBy)
				.forEach(member -> actions.add(new Action(
						this.texts.in(locale, "worklist.action.assign", member.displayName()),
						"/tasks/" + item.id() + "/assign?person=" + member.id(), null, false, submission, Tone.QUIET)));
		}
		return actions;
	}

	private Action action(String key, String url, String submission, Locale locale) {
		return new Action(this.texts.in(locale, key), url, null, false, submission, Tone.QUIET);
	}

}
