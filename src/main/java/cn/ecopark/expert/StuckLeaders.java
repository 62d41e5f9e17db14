package cn.ecopark.expert;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseLinks;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.DeskNotes;
import cn.ecopark.worklist.WorkItem;

/**
 * Tells the Office of panels whose leader does not conclude, and where it appoints
 * another.
 */
@Component
class StuckLeaders implements CaseLinks, DeskNotes {

	private final ReplaceLeader replaceLeader;

	private final LeaderTasks tasks;

	private final Texts texts;

	StuckLeaders(ReplaceLeader replaceLeader, LeaderTasks tasks, Texts texts) {
		this.replaceLeader = replaceLeader;
		this.tasks = tasks;
		this.texts = texts;
	}

	@Override
	public List<Link> of(EcoCase ecoCase, Actor reader, Locale locale) {
		return this.replaceLeader.offered(ecoCase, reader)
			.stream()
			.map(led -> new Link(this.texts.in(locale, "expert.leader.replace"), page(ecoCase.id())))
			.toList();
	}

	@Override
	public List<Note> of(Actor reader, Locale locale) {
		if (reader.unitLevel() != UnitLevel.OFFICE || !reader.worksOnCases()) {
			return List.of();
		}
		return this.tasks.stuck().stream().map(item -> note(item, locale)).toList();
	}

	private Note note(WorkItem item, Locale locale) {
		Long leader = item.holder().personId();
		String name = leader == null ? "" : this.tasks.nameOf(leader);
		String key = leader != null && this.tasks.hasAccount(leader) ? "expert.note.late" : "expert.note.gone";
		return new Note(this.texts.in(locale, key, item.subject().title(), name, item.task().name()),
				page(String.valueOf(item.subject().caseId())));
	}

	private static String page(String caseId) {
		return "/cases/" + caseId + "/panel-leader";
	}

}
