package cn.ecopark.casefile.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Disclosure;
import cn.ecopark.casefile.FormAnswers;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.web.view.FilledForm;

/**
 * The forms of a dossier as they were filled in, with what changed from round to round.
 */
@Component
class FilledForms {

	private final FormAnswers answers;

	FilledForms(FormAnswers answers) {
		this.answers = answers;
	}

	/** Who fills in which form: experts each for himself, units each as one. */
	private record Filler(String stage, String formId, String role, String unitId, long personId) {

		static Filler of(Opinion opinion, String formId) {
			boolean each = opinion.step().purpose().isForEach().orElse(false);
			return new Filler(opinion.step().stage(), formId, opinion.author().role(), opinion.author().unitId(),
					each ? opinion.author().personId() : 0);
		}

	}

	/**
	 * @param readable the opinions that the reader may read, newest first
	 * @return the forms that the reader may read, newest first
	 */
	List<FilledForm> of(List<Opinion> readable, Actor reader, Locale locale) {
		Map<Filler, List<FormAnswers.Answer>> last = new HashMap<>();
		Map<Filler, Integer> rounds = new HashMap<>();
		Map<FilledForm, Filler> found = new LinkedHashMap<>();
		for (int at = readable.size() - 1; at >= 0; at--) {
			Opinion opinion = readable.get(at);
			List<FormAnswers.Answer> given = Disclosure.ofAnswers(reader, opinion) ? this.answers.of(opinion, locale)
					: List.of();
			if (opinion.form() != null && !given.isEmpty()) {
				Filler filler = Filler.of(opinion, opinion.form().id());
				int round = rounds.merge(filler, 1, Integer::sum);
				found.put(form(opinion, round, groups(given, last.put(filler, given))), filler);
			}
		}
		List<FilledForm> newestFirst = new ArrayList<>();
		found.forEach((form, filler) -> newestFirst.add(0,
				form.as(Integer.valueOf(form.round()).equals(rounds.get(filler)))));
		return newestFirst;
	}

	private static FilledForm form(Opinion opinion, int round, List<FilledForm.Group> groups) {
		return new FilledForm(opinion.step().name(), opinion.author().unitName(), opinion.author().personName(),
				LocalDateTime.ofInstant(opinion.at(), CaseTime.ZONE), round, false, groups);
	}

	/**
	 * Answers that were taken out stand under their heading, behind those that hold.
	 * @param before null where it is filled in for the first time
	 */
	private static List<FilledForm.Group> groups(List<FormAnswers.Answer> given,
			@Nullable List<FormAnswers.Answer> before) {
		Map<String, FormAnswers.Answer> earlier = new LinkedHashMap<>();
		if (before != null) {
			before.forEach(answer -> earlier.put(answer.key(), answer));
		}
		Map<String, List<FilledForm.Answer>> groups = new LinkedHashMap<>();
		for (FormAnswers.Answer answer : given) {
			FormAnswers.Answer old = earlier.remove(answer.key());
			String was = before == null || old != null && old.value().equals(answer.value()) ? null
					: old == null ? "" : old.value();
			add(groups, answer.group(), new FilledForm.Answer(answer.label(), answer.value(), was));
		}
		earlier.values()
			.forEach(gone -> add(groups, gone.group(), new FilledForm.Answer(gone.label(), "", gone.value())));
		return groups.entrySet().stream().map(one -> new FilledForm.Group(one.getKey(), one.getValue())).toList();
	}

	private static void add(Map<String, List<FilledForm.Answer>> groups, String title, FilledForm.Answer answer) {
		groups.computeIfAbsent(title, one -> new ArrayList<>()).add(answer);
	}

}
