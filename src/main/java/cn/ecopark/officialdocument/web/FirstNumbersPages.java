package cn.ecopark.officialdocument.web;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.officialdocument.DocumentNumbers;
import cn.ecopark.officialdocument.IssueRegister;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.NumberSeries;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/** Says how far the series of numbers have come, and where each began. */
@Component
class FirstNumbersPages {

	private final DocumentNumbers numbers;

	private final IssueRegister register;

	private final IssueRegisterRows rows;

	private final OfficialDocumentWords words;

	private final Units units;

	private final CaseTime time;

	FirstNumbersPages(DocumentNumbers numbers, IssueRegister register, IssueRegisterRows rows,
			OfficialDocumentWords words, Units units, CaseTime time) {
		this.numbers = numbers;
		this.register = register;
		this.rows = rows;
		this.words = words;
		this.units = units;
		this.time = time;
	}

	FirstNumbersPage page(FirstNumbersPage.Entry entry, List<FieldError> errors, Actor reader) {
		List<Choice> codes = this.numbers.series()
			.stream()
			.map(series -> new Choice(series.code(), series.code(), series.code().equals(entry.series())))
			.toList();
		return new FirstNumbersPage(this.numbers.series().stream().map(this::series).toList(),
				this.register.counts(reader).stream().map(this.rows::of).toList(), codes, entry, errors);
	}

	private FirstNumbersPage.Series series(NumberSeries series) {
		return new FirstNumbersPage.Series(series.code(), this.words.series(series),
				this.units.nameOn(series.body(), this.time.today()), this.words.validity(series), series.source(),
				series.confirmed());
	}

}
