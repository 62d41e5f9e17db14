package cn.ecopark.batch.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.TimeLeft;

/**
 * Composing a batch: {@code GET /batches/new?kind=&pack=}; {@code POST /batches} with
 * {@code kind}, {@code title}, one {@code item} (id of the case) per chosen case,
 * {@code submission}.
 *
 * @param kind code of the batch process
 * @param pack whose cases are chosen from
 * @param label name of the batch process, for instance 批准建设
 * @param title proposed title
 * @param rhythm how often there is such a batch as a rule, and when the last one was
 * decided; null where there is no rule
 * @param outcome what happens when it is composed, in one sentence
 */
public record ComposePage(String kind, String pack, String label, String title, @Nullable String rhythm, String outcome,
		List<Waiting> cases, String submission, List<FieldError> errors) {

	/**
	 * @param item id of the case
	 * @param since when it began to wait
	 * @param basis what the decision rests on, for instance 论证通过 2018-02-05
	 * @param hindrance why it cannot be composed now; null where nothing stands against
	 * it
	 */
	public record Waiting(String item, String park, List<String> meta, String caseUrl, LocalDate since,
			@Nullable String basis, TimeLeft left, boolean chosen, @Nullable String hindrance) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
