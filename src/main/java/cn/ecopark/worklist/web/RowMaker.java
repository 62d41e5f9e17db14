package cn.ecopark.worklist.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Province;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.ParkKind;
import cn.ecopark.rulepack.NamesInPacks;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.Change;
import cn.ecopark.shared.Texts;
import cn.ecopark.shared.UntilChanged;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimeLeft;
import cn.ecopark.web.view.Tone;
import cn.ecopark.worklist.SuspendedSteps;
import cn.ecopark.worklist.WorkItem;

/** Puts a work item into the words of a list. */
@Component
public class RowMaker {

	private static final String DEFAULT_VERB = "worklist.verb.default";

	/** Names of stages, should no change be told. */
	private static final Duration KEPT = Duration.ofSeconds(30);

	private final Units units;

	private final People people;

	private final RulePacks packs;

	private final CaseTime time;

	private final WorkingDays workingDays;

	private final Texts texts;

	private final SuspendedSteps suspended;

	@NodeMemory(NodeMemory.Why.IS_TOLD)
	private final UntilChanged<Map<String, String>> stages = new UntilChanged<>(KEPT);

	RowMaker(Units units, People people, RulePacks packs, CaseTime time, WorkingDays workingDays, Texts texts,
			SuspendedSteps suspended) {
		this.units = units;
		this.people = people;
		this.packs = packs;
		this.time = time;
		this.workingDays = workingDays;
		this.texts = texts;
		this.suspended = suspended;
	}

	/**
	 * What is told of a task that does not stand in it.
	 *
	 * @param urged what it was urged for, in words; empty for nothing
	 * @param standsStill whether its case does
	 */
	record Beside(String urged, boolean standsStill, TimeLeft left) {
	}

	DeskPage.Row row(WorkItem item, Actor actor, Beside beside, Locale locale) {
		String urged = beside.urged();
		WorkItem.Said said = item.said();
		String verb = item.description().verb();
		return new DeskPage.Row(String.valueOf(item.id()), url(item), item.subject().title(), parkMeta(item, locale),
				item.task().name(),
				urged.isEmpty() ? stage(item) : this.texts.in(locale, "worklist.urged.at", stage(item), urged),
				said == null || said.text().isBlank() ? null
						: new DeskPage.Said(said.text(), said.by(), LocalDate.ofInstant(said.at(), CaseTime.ZONE)),
				beside.left(), verb == null ? this.texts.in(locale, DEFAULT_VERB) : verb,
				LocalDate.ofInstant(item.createdAt(), CaseTime.ZONE).equals(this.time.today()),
				beside.standsStill() ? new Tag(this.texts.in(locale, "casefile.state.suspended"), Tone.WARN)
						: claim(item, actor, locale));
	}

	/**
	 * @return where the task is done: on its page, or where batches are composed
	 */
	public static String url(WorkItem item) {
		return url(item.id(), item.description().batch());
	}

	static String url(long id, @Nullable String batch) {
		return batch == null ? "/tasks/" + id : "/batches/new?kind=" + batch;
	}

	/**
	 * @return the traffic light of the item's limit, as of today
	 */
	public TimeLeft left(WorkItem item) {
		return Objects.requireNonNull(left(List.of(item)).get(item.id()));
	}

	/**
	 * @return the same of several items, by their ids
	 */
	public Map<Long, TimeLeft> left(Collection<WorkItem> items) {
		Map<Long, Integer> stopped = this.suspended.daysLeft(items.stream()
			.filter(item -> item.dueOn() == null && item.limitKey() != null)
			.map(WorkItem::id)
			.toList());
		return items.stream().collect(Collectors.toMap(WorkItem::id, item -> left(item, stopped.get(item.id()))));
	}

	private TimeLeft left(WorkItem item, @Nullable Integer stopped) {
		LocalDate due = item.dueOn();
		if (due == null) {
			return stopped == null ? TimeLeft.none() : TimeLeft.stopped(stopped);
		}
		return TimeLeft.until(due, this.workingDays.between(this.time.today(), due))
			.provisionally(this.workingDays.isProvisional(due));
	}

	/**
	 * @return how many working days the holder has in all; null without a limit
	 */
	@Nullable Integer limitDays(WorkItem item) {
		LocalDate due = item.dueOn();
		return due == null ? null : this.workingDays.between(LocalDate.ofInstant(item.createdAt(), CaseTime.ZONE), due);
	}

	/**
	 * @return province, kind and case number
	 */
	public List<String> parkMeta(WorkItem item, Locale locale) {
		List<String> words = new ArrayList<>();
		if (item.subject().provinceCode() != null) {
			words.add(province(item.subject().provinceCode()));
		}
		if (item.subject().parkKind() != null) {
			words.add(kind(item.subject().parkKind(), locale));
		}
		if (item.subject().caseNumber() != null) {
			words.add(item.subject().caseNumber());
		}
		return words;
	}

	/**
	 * @return name of the task's stage in its own release
	 */
	String stage(WorkItem item) {
		return this.packs.get(item.task().release()).stageLabel(item.task().stage());
	}

	/**
	 * @return names of stages by their keys, as the packs in force call them
	 */
	Map<String, String> stagesInForce() {
		return this.stages.get(this::readStages);
	}

	@EventListener
	void told(Change change) {
		if (change.isOf(Change.Topic.REFERENCE)) {
			this.stages.forget();
		}
	}

	private Map<String, String> readStages() {
		NamesInPacks names = new NamesInPacks();
		this.packs.all().forEach(pack -> pack.procedures().forEach((key, known) -> names.add(key, known.label())));
		return names.byKey();
	}

	/**
	 * @return codes of all provinces
	 */
	List<String> provinces() {
		return this.units.provinces().stream().map(Province::code).toList();
	}

	/**
	 * @return codes of all kinds of parks
	 */
	List<String> kinds() {
		return Stream.of(ParkKind.values()).map(ParkKind::name).toList();
	}

	String province(String code) {
		return this.units.provinceName(code);
	}

	String kind(String kind, Locale locale) {
		return this.texts.inOr(locale, "park.kind." + kind, kind);
	}

	private @Nullable Tag claim(WorkItem item, Actor actor, Locale locale) {
		Long by = item.holder().claimedBy();
		if (by == null) {
			return null;
		}
		String key = by == actor.personId() ? "worklist.claimed.me" : "worklist.claimed.other";
		return new Tag(this.texts.in(locale, key, this.people.nameOf(by)), Tone.QUIET);
	}

}
