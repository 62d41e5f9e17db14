package cn.ecopark.audit.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.audit.AuditQuery;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;

/** What an auditor has typed to find entries. */
record AuditForm(@Nullable String from, @Nullable String to, @Nullable String person, @Nullable String action,
		@Nullable String subject, @Nullable String rows) {

	private static final int LONGEST = 200;

	/**
	 * @param errors takes what is wrong; a day that is none does not narrow the search
	 */
	AuditQuery query(List<FieldError> errors, Texts texts, Locale locale) {
		LocalDate first = day("from", text(this.from), errors, texts, locale);
		LocalDate last = day("to", text(this.to), errors, texts, locale);
		if (first != null && last != null && last.isBefore(first)) {
			errors.add(new FieldError("to", texts.in(locale, "audit.page.order")));
		}
		String done = text(this.action);
		return new AuditQuery(first, last, text(this.person), done.isEmpty() ? List.of() : List.of(done),
				text(this.subject), withRows());
	}

	/** Many digits in a year are a day nobody means and no database has. */
	private static @Nullable LocalDate day(String field, String typed, List<FieldError> errors, Texts texts,
			Locale locale) {
		if (typed.isEmpty()) {
			return null;
		}
		try {
			LocalDate day = LocalDate.parse(typed);
			if (typed.length() == "2026-01-01".length()) {
				return day;
			}
		}
		catch (DateTimeException noDay) {
			// told below, as a day with too many digits is
		}
		errors.add(new FieldError(field, texts.in(locale, "audit.page.no-day")));
		return null;
	}

	AuditPage.Typed typed() {
		return new AuditPage.Typed(text(this.from), text(this.to), text(this.person), text(this.subject), withRows());
	}

	/** The same search as an address. */
	UriComponentsBuilder address() {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
		put(address, "from", this.from);
		put(address, "to", this.to);
		put(address, "person", this.person);
		put(address, "action", this.action);
		put(address, "subject", this.subject);
		put(address, "rows", withRows() ? "true" : "");
		return address;
	}

	private static void put(UriComponentsBuilder address, String field, @Nullable String typed) {
		String text = text(typed);
		if (!text.isEmpty()) {
			address.queryParam(field, text);
		}
	}

	private boolean withRows() {
		return this.rows != null && !this.rows.isEmpty();
	}

	/** Neither names nor ids hold control characters or braces. */
	private static String text(@Nullable String typed) {
		if (typed == null) {
			return "";
		}
		String plain = typed.replaceAll("[\\p{Cntrl}{}]", "").strip();
		return (plain.length() > LONGEST) ? plain.substring(0, LONGEST) : plain;
	}

}
