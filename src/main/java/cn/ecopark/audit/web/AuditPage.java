package cn.ecopark.audit.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;

/**
 * The audit: {@code GET /audit?from=&to=&person=&action=&subject=&rows=}, the same with
 * {@code POST /audit/export} and {@code format}; {@code GET /audit/sign-ins?result=} the
 * sign-ins alone.
 */
public record AuditPage(Typed typed, List<Choice> actions, List<Choice> results, List<Row> rows, Paging paging,
		List<FieldError> errors) {

	/** What was asked for, as typed. */
	public record Typed(String from, String to, String person, String subject, boolean rows) {
	}

	/**
	 * One entry.
	 *
	 * @param about what the subject is called; null where it has no name
	 * @param facts what was told of it
	 */
	public record Row(ZonedDateTime at, ZonedDateTime caseAt, String who, String unit, Tag action, String code,
			String subject, @Nullable String about, long seq, List<Fact> facts, String hash) {

		/** Characters of values that are shown without being asked for. */
		private static final int SHORT = 160;

		/**
		 * @return whether the details would push the next entries away
		 */
		public boolean isLong() {
			return this.facts.stream().mapToInt(fact -> fact.value().length()).sum() > SHORT;
		}

	}

	/** A detail by its name. */
	public record Fact(String name, String value) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
