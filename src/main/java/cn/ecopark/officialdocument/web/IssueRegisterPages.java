package cn.ecopark.officialdocument.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.officialdocument.DocumentNumbers;
import cn.ecopark.officialdocument.IssueRegister;
import cn.ecopark.officialdocument.IssueRegister.IssueFilter;
import cn.ecopark.officialdocument.IssueRegister.NumberFilter;
import cn.ecopark.officialdocument.IssueRegister.NumberRow;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.RegisterOrder;
import cn.ecopark.officialdocument.TakenNumber;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.NumberSeries;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.SortedBy;
import cn.ecopark.shared.Texts;
import cn.ecopark.spreadsheet.ListSheet;
import cn.ecopark.spreadsheet.SheetColumn;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;

/** Puts the lists of the register together. */
@Component
class IssueRegisterPages {

	private static final int FIRST_YEAR = 2015;

	private static final List<SheetColumn<IssueRegisterPage.Row>> COLUMNS = List.of(
			SheetColumn.text("officialdocument.register.paper", 60, IssueRegisterPage.Row::title),
			SheetColumn.text("officialdocument.register.bodies", 40, IssueRegisterPage.Row::bodies),
			SheetColumn.text("officialdocument.register.number", 24, IssueRegisterPage.Row::number),
			SheetColumn.day("officialdocument.register.issuedOn", IssueRegisterPage.Row::issuedOn),
			SheetColumn.text("officialdocument.register.code", 24, IssueRegisterPage.Row::code),
			SheetColumn.text("officialdocument.register.state", 12, row -> row.state().label()),
			SheetColumn.text("officialdocument.register.by", 24, row -> {
				IssueRegisterPage.Successor successor = row.successor();
				return successor == null ? null : successor.name();
			}), SheetColumn.text("officialdocument.register.reason", 30, IssueRegisterPage.Row::reason));

	private final IssueRegister register;

	private final DocumentNumbers numbers;

	private final IssueRegisterRows rows;

	private final OfficialDocumentWords words;

	private final CaseTime time;

	private final Texts texts;

	IssueRegisterPages(IssueRegister register, DocumentNumbers numbers, IssueRegisterRows rows,
			OfficialDocumentWords words, CaseTime time, Texts texts) {
		this.register = register;
		this.numbers = numbers;
		this.rows = rows;
		this.words = words;
		this.time = time;
		this.texts = texts;
	}

	/** What was typed to reserve a number, and what is wrong with it. */
	record Reservation(String series, String reason, List<FieldError> errors) {

		static final Reservation NONE = new Reservation("", "", List.of());

	}

	IssueRegisterPage documents(IssueFilter filter, SortedBy<RegisterOrder> sort, Cursor<VerificationCode> cursor,
			Actor reader) {
		ListPage<IssueRegisterPage.Row, VerificationCode> page = this.rows
			.of(this.register.documents(filter, sort, cursor, IssueRegister.PAGE, reader));
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/papers")
			.queryParam("q", filter.query().text())
			.queryParam("year", filter.year())
			.queryParam("state", filter.state());
		return new IssueRegisterPage(filter.query().text(), years(filter.year()),
				states(OfficialDocument.State.values(), filter.state(), "officialdocument.state."), page.rows(),
				Paging.of(page, ListTools.sorted(address, sort), VerificationCode::text),
				ListTools.of(address, sort, by -> this.texts.text("officialdocument.order." + SortedBy.word(by))));
	}

	ListSheet<IssueRegisterPage.Row, VerificationCode> sheet(IssueFilter filter, SortedBy<RegisterOrder> sort,
			Actor reader) {
		return new ListSheet<>("papers", "officialdocument.register.title",
				Map.of("q", filter.query().text(), "year", Integer.toString(filter.year()), "state", filter.state(),
						"sort", sort.text()),
				COLUMNS, cursor -> this.rows.of(this.register.documents(filter, sort, cursor, ListSheet.PAGE, reader)));
	}

	NumbersPage numbers(NumberFilter filter, Cursor<Long> cursor, Reservation typed, Actor reader) {
		ListPage<NumberRow, Long> page = this.register.numbers(filter, cursor, reader);
		return new NumbersPage(series(filter.series()), years(filter.year()),
				states(TakenNumber.State.values(), filter.state(), "officialdocument.numberState."),
				this.register.counts(reader)
					.stream()
					.filter(count -> matches(count, filter))
					.map(this.rows::of)
					.toList(),
				page.rows().stream().map(this.rows::of).toList(),
				Paging.of(page,
						UriComponentsBuilder.fromPath("/papers/numbers")
							.queryParam("series", filter.series())
							.queryParam("year", filter.year())
							.queryParam("state", filter.state()),
						String::valueOf),
				reservable(typed.series()), typed.reason(), typed.errors());
	}

	private static boolean matches(IssueRegister.Count count, NumberFilter filter) {
		return (filter.series().isEmpty() || filter.series().equals(count.series()))
				&& (filter.year() == 0 || filter.year() == count.year());
	}

	private List<Choice> reservable(String chosen) {
		return this.numbers.series()
			.stream()
			.filter(series -> series.isGivenOn(this.time.today()))
			.map(series -> new Choice(series.code(), this.words.series(series), series.code().equals(chosen)))
			.toList();
	}

	private List<Choice> series(String chosen) {
		return choices(this.numbers.series().stream().map(NumberSeries::code).toList(), chosen, code -> code);
	}

	private List<Choice> years(int chosen) {
		return choices(IntStream.iterate(this.time.today().getYear(), year -> year >= FIRST_YEAR, year -> year - 1)
			.mapToObj(Integer::toString)
			.toList(), chosen == 0 ? "" : Integer.toString(chosen), year -> year);
	}

	private List<Choice> states(Enum<?>[] states, String chosen, String key) {
		return choices(Arrays.stream(states).map(Enum::name).toList(), chosen, state -> this.texts.text(key + state));
	}

	private List<Choice> choices(List<String> values, String chosen, UnaryOperator<String> label) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", this.texts.text("officialdocument.register.any"), chosen.isEmpty()));
		values.forEach(value -> choices.add(new Choice(value, label.apply(value), value.equals(chosen))));
		return choices;
	}

}
