package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Suspensions;
import cn.ecopark.casefile.web.SuspensionWords;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.worklist.DeskNotes;

/** Tells a park that its case stands still, whether or not it has a task in it. */
@Component
class SuspendedOnDesks implements DeskNotes {

	private final Suspensions suspensions;

	private final SuspensionWords words;

	SuspendedOnDesks(Suspensions suspensions, SuspensionWords words) {
		this.suspensions = suspensions;
		this.words = words;
	}

	@Override
	public List<Note> of(Actor reader, Locale locale) {
		if (reader.unitLevel() != UnitLevel.PARK) {
			return List.of();
		}
		return this.suspensions.ofParkOf(reader.unitId())
			.stream()
			.map(caseId -> new Note(Objects.requireNonNullElse(this.words.of(caseId, locale), ""), "/cases/" + caseId))
			.toList();
	}

}
