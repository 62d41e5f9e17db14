package cn.ecopark.worklist.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.Term;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.OutcomeCounts;
import cn.ecopark.worklist.TaskEngine;
import cn.ecopark.worklist.TaskEngine.NextHandler;
import cn.ecopark.worklist.WorkItem;

/**
 * The outcomes of a task, each with who would act next and within what limit, before
 * anybody decides.
 */
@Component
class OutcomeCards {

	private final TaskEngine engine;

	private final RulePacks packs;

	private final HandlerNames names;

	private final PointBoxes points;

	private final Texts texts;

	private final OutcomeCounts counts;

	private final QuestionsBefore questions;

	OutcomeCards(TaskEngine engine, RulePacks packs, HandlerNames names, PointBoxes points, Texts texts,
			OutcomeCounts counts, QuestionsBefore questions) {
		this.engine = engine;
		this.packs = packs;
		this.names = names;
		this.points = points;
		this.texts = texts;
		this.counts = counts;
		this.questions = questions;
	}

	/**
	 * @param closed which outcomes law forbids as things stand, and why
	 */
	List<TaskPage.Outcome> of(WorkItem item, Entered entered, Map<String, LegalRefusal> closed, Locale locale) {
		if (!item.isOpen()) {
			return List.of();
		}
		RulePack pack = this.packs.get(item.task().release());
		Map<String, List<NextHandler>> next = this.engine.nextHandlers(item);
		Map<String, OutcomeCounts.Count> counted = this.counts.of(item);
		Map<String, LegalRefusal> forbidden = new HashMap<>(this.counts.closedOutcomes(item));
		forbidden.putAll(closed);
		return item.description()
			.outcomes()
			.stream()
			.map(code -> outcome(item, pack.outcome(code), next.getOrDefault(code, List.of()), entered,
					forbidden.get(code), counted.get(code), locale))
			.toList();
	}

	private TaskPage.Outcome outcome(WorkItem item, OutcomeKind kind, List<NextHandler> next, Entered entered,
			@Nullable LegalRefusal closed, OutcomeCounts.@Nullable Count counted, Locale locale) {
		RulePack pack = this.packs.get(item.task().release());
		List<NextHandler> tasks = next.stream().filter(handler -> handler.role() != null).toList();
		Map<String, List<String>> steps = tasks.stream()
			.collect(Collectors.groupingBy(handler -> this.names.of(item, pack, String.valueOf(handler.role()), locale),
					LinkedHashMap::new, Collectors.mapping(NextHandler::step, Collectors.toList())));
		List<String> limits = tasks.stream().map(NextHandler::limitKey).flatMap(Stream::ofNullable).distinct().toList();
		Term term = limits.size() != 1 ? null
				: pack.daysAfter(kind.code(), limits.get(0))
					.map(Term::ofDays)
					.orElseGet(() -> pack.limit(limits.get(0)).term());
		String effect = next.stream()
			.filter(handler -> handler.role() == null)
			.map(handler -> this.texts.in(locale, handler.ends() ? "worklist.then.ends" : "worklist.then.waits",
					handler.step()))
			.collect(Collectors.joining(this.texts.in(locale, "web.list.comma")));
		if (item.description().multiple()) {
			effect = this.texts.in(locale, "worklist.then.all-in") + effect;
		}
		String label = Texts.english(locale) ? kind.englishLabel() : kind.label();
		String times = counted == null ? null
				: this.texts.in(locale, "worklist.outcome.times", counted.taken() + 1, counted.most());
		return new TaskPage.Outcome(kind.code(), label, closed == null ? times : null, first(steps.keySet()),
				doing(steps, locale), term == null ? null : told(term, pack.limit(limits.get(0)), locale),
				effect.isEmpty() ? null : effect, kind.tone() == OutcomeKind.Tone.NEGATIVE,
				kind.code().equals(entered.outcome()),
				item.description().asksForPoints(kind.code()) ? this.points.of(item, kind.code(), entered, locale)
						: null,
				closed == null ? null : this.texts.in(locale, closed.wordsKey(), closed.arguments()),
				closed == null ? this.questions.before(item, kind, next, locale) : null,
				!item.description().issuedWith(kind.code()).isEmpty());
	}

	/** Whoever orders a rectification may name a time of his own. */
	private String told(Term term, Limit limit, Locale locale) {
		String told = this.texts.in(locale, term.messageKey(), term.amount());
		return limit.use() == Limit.Use.RECTIFICATION ? this.texts.in(locale, "worklist.then.unless-named", told)
				: told;
	}

	private static @Nullable String first(Collection<String> names) {
		return names.stream().findFirst().orElse(null);
	}

	/**
	 * @return what the first one does, then who else does what; null where nobody acts
	 */
	private @Nullable String doing(Map<String, List<String>> steps, Locale locale) {
		StringBuilder doing = new StringBuilder();
		steps.forEach((who, what) -> {
			String tasks = what.stream()
				.distinct()
				.collect(Collectors.joining(this.texts.in(locale, "web.list.comma")));
			doing.append(doing.isEmpty() ? tasks : this.texts.in(locale, "worklist.then.also", who, tasks));
		});
		return doing.isEmpty() ? null : doing.toString();
	}

}
