package cn.ecopark.worklist.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.Urging;
import cn.ecopark.worklist.Urgings;
import cn.ecopark.worklist.Urgings.OfTask;
import cn.ecopark.worklist.WorkItem;

/** Puts into words what tasks were urged for, for their holders and everybody else. */
@Component
class UrgingWords {

	private final Urgings urgings;

	private final Texts texts;

	UrgingWords(Urgings urgings, Texts texts) {
		this.urgings = urgings;
		this.texts = texts;
	}

	/**
	 * @return by id, for those of the tasks that were urged: how often and until when
	 */
	Map<Long, String> inShort(Collection<Long> itemIds, Locale locale) {
		Map<Long, String> words = new HashMap<>();
		this.urgings.ofAll(itemIds).forEach((item, urged) -> words.put(item, inShort(urged, locale)));
		return words;
	}

	/**
	 * @return the same for tasks of one case, batch or objection
	 */
	Map<Long, String> inShort(String dossierId, Collection<Long> itemIds, Locale locale) {
		return this.urgings.mayBeIn(dossierId) ? inShort(itemIds, locale) : Map.of();
	}

	/**
	 * @return the same with all that was written; null where nothing was
	 */
	TaskPage.@Nullable Urged onTask(WorkItem item, Locale locale) {
		if (!this.urgings.mayBeIn(item.subject().dossierId())) {
			return null;
		}
		OfTask urged = this.urgings.of(item.id());
		if (urged.isNone()) {
			return null;
		}
		return new TaskPage.Urged(inShort(urged, locale), texts(urged, locale));
	}

	/**
	 * @return what was done, the newest first
	 */
	List<String> texts(OfTask urged, Locale locale) {
		List<String> texts = new ArrayList<>();
		urged.all().forEach(urging -> texts.add(text(urging, locale)));
		Collections.reverse(texts);
		return texts;
	}

	private String text(Urging urging, Locale locale) {
		LocalDate lastDay = urging.lastDay();
		return this.texts.in(locale, "worklist.urged." + urging.act(),
				LocalDate.ofInstant(urging.at(), CaseTime.ZONE).toString(), urging.text(),
				lastDay == null ? "" : lastDay.toString());
	}

	private String inShort(OfTask urged, Locale locale) {
		List<String> words = new ArrayList<>();
		List<LocalDate> days = urged.urgedOn();
		if (!days.isEmpty()) {
			words.add(this.texts.in(locale, "worklist.urged.times", days.size(), days.get(days.size() - 1).toString()));
		}
		LocalDate lastDay = urged.lastDay();
		if (lastDay != null) {
			words.add(this.texts.in(locale, "worklist.urged.last-day", lastDay.toString()));
		}
		return String.join(this.texts.in(locale, "worklist.urged.and"), words);
	}

}
