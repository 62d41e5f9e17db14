package cn.ecopark.park.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * Entering a decision that was made on paper: {@code GET /admin/parks/{id}}; {@code POST
 * /admin/parks/{id}/decisions} with {@code status}, {@code date}, {@code number},
 * {@code standard}, {@code title}, {@code recheckDue}, {@code note}, {@code source}.
 *
 * @param periodic what comes round after naming, as it is called today
 * @param cities of its province; {@code POST /admin/parks/{id}/city} with {@code city}
 * @param statuses what such a decision can have made of the park; empty if none can
 * follow
 */
public record PastDecisionPage(String id, String name, Tag status, List<ParkPage.Event> events, String periodic,
		List<Choice> cities, List<Choice> statuses, Entry entry, List<FieldError> errors) {

	/** What was typed. */
	public record Entry(String date, String number, String standard, String title, String recheckDue, String note,
			String source) {

		static final Entry EMPTY = new Entry("", "", "", "", "", "", "");

	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
