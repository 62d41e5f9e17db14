package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.DeskNotes;
import cn.ecopark.worklist.LeftDrafts;

/** Tells authors of what they have typed on tasks that are another's now. */
@Component
class LeftDraftNotes implements DeskNotes {

	private final LeftDrafts left;

	private final Texts texts;

	LeftDraftNotes(LeftDrafts left, Texts texts) {
		this.left = left;
		this.texts = texts;
	}

	@Override
	public List<Note> of(Actor reader, Locale locale) {
		return this.left.of(reader)
			.stream()
			.map(item -> new Note(
					this.texts.in(locale, "worklist.note.left-draft", item.subject().title(), item.task().name()),
					"/tasks/" + item.id() + "/left-draft"))
			.toList();
	}

}
