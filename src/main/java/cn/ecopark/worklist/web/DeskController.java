package cn.ecopark.worklist.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.OneReading;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.Paging;
import cn.ecopark.worklist.Desk;
import cn.ecopark.worklist.DeskNotes;
import cn.ecopark.worklist.WorkItem;

/** 工作台: what waits for the reader, sorted by time left. */
@Controller
class DeskController {

	private final Desk desk;

	private final CurrentActor current;

	private final RowMaker rows;

	private final CaseTime time;

	private final WorkingDays workingDays;

	private final Texts texts;

	private final ObjectProvider<DeskNotes> notes;

	private final DeskRows deskRows;

	DeskController(Desk desk, CurrentActor current, RowMaker rows, CaseTime time, WorkingDays workingDays, Texts texts,
			ObjectProvider<DeskNotes> notes, DeskRows deskRows) {
		this.deskRows = deskRows;
		this.desk = desk;
		this.current = current;
		this.rows = rows;
		this.time = time;
		this.workingDays = workingDays;
		this.texts = texts;
		this.notes = notes;
	}

	@OneReading
	@GetMapping("/desk")
	String desk(@RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "") String stage,
			@RequestParam(defaultValue = "") String province, @RequestParam(defaultValue = "") String kind,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before, Model model, Locale locale) {
		Actor actor = this.current.get();
		Desk.Filter filter = new Desk.Filter(show, stage, province, kind);
		ListPage<WorkItem, Desk.Key> page = this.desk.page(actor, filter, Cursor.of(after, before, Desk.Key::parse));
		LocalDate today = this.time.today();
		Desk.Overview overview = this.desk.overview(actor);
		model.addAttribute("page",
				new DeskPage(today, counts(overview.counts(), today), filters(overview, filter, locale),
						this.deskRows.of(page.rows(), actor, locale),
						Paging.of(page, address(filter), Desk.Key::text)));
		model.addAttribute("notes", this.notes.orderedStream().flatMap(one -> one.of(actor, locale).stream()).toList());
		return "worklist/desk";
	}

	private DeskPage.Counts counts(Desk.Counts counts, LocalDate today) {
		LocalDate earliest = counts.earliest();
		int late = !counts.overdue().isAny() || earliest == null ? 0 : this.workingDays.between(earliest, today);
		return new DeskPage.Counts(counts.open(), counts.fresh(), counts.soon(), counts.dueToday(), counts.overdue(),
				late);
	}

	private DeskPage.Filters filters(Desk.Overview overview, Desk.Filter filter, Locale locale) {
		Map<String, String> stages = this.rows.stagesInForce();
		boolean all = overview.counts().open().more();
		return new DeskPage.Filters(filter.show(),
				choices(all ? List.copyOf(stages.keySet()) : overview.stages(), filter.stage(), locale,
						key -> stages.getOrDefault(key, key)),
				choices(all ? this.rows.provinces() : overview.provinces(), filter.province(), locale,
						this.rows::province),
				choices(all ? this.rows.kinds() : overview.kinds(), filter.kind(), locale,
						kind -> this.rows.kind(kind, locale)));
	}

	private List<Choice> choices(List<String> occurring, String chosen, Locale locale, Function<String, String> label) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", this.texts.in(locale, "worklist.filter.all"), chosen.isEmpty()));
		occurring.forEach(value -> choices.add(new Choice(value, label.apply(value), value.equals(chosen))));
		return choices;
	}

	private static UriComponentsBuilder address(Desk.Filter filter) {
		return UriComponentsBuilder.fromPath("/desk")
			.queryParam("show", filter.show())
			.queryParam("stage", filter.stage())
			.queryParam("province", filter.province())
			.queryParam("kind", filter.kind());
	}

}
