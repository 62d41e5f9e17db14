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
 * @param events every entry, the newest first
 * @param periodic what comes round after naming, as it is called today
 * @param cities of its province; {@code POST /admin/parks/{id}/city} with {@code city}
 * @param correcting null where a further decision is entered
 * @param statuses what such a decision can have made of the park; empty if none can
 * follow
 */
public record PastDecisionPage(String id, String name, Tag status, List<Recorded> events, String periodic,
		List<Choice> cities, List<Choice> statuses, Entry entry, @Nullable Correcting correcting,
		List<FieldError> errors) {

	/**
	 * An entry.
	 *
	 * @param past whether it was made on paper and holds, so that it is put right here
	 * @param reason what was typed to undo it
	 */
	public record Recorded(long id, ParkPage.Event event, boolean past, String reason) {
	}

	/**
	 * The entry in whose place what is typed will stand.
	 *
	 * @param reason why it is corrected, as typed
	 */
	public record Correcting(long id, String reason) {
	}

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
