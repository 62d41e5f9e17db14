package cn.ecopark.audit.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.AuditQuery;
import cn.ecopark.audit.AuditReport;
import cn.ecopark.audit.AuditSearch;
import cn.ecopark.audit.Subject;
import cn.ecopark.audit.SubjectCheck;
import cn.ecopark.audit.SubjectCheck.Checked;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.MomentKey;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Paging;

/** Puts the auditor's pages together. */
@Component
class AuditPages {

	private static final int SIZE = 50;

	/** By what came of it, how sign-ins are recorded. */
	private static final Map<String, List<String>> SIGN_INS = Map.of("succeeded",
			List.of("sign-in", "sign-in.demonstration", "sign-in.by-program"), "refused", List.of("sign-in.refused"),
			"throttled", List.of("sign-in.throttled", "sign-in.throttled.repeated"), "signed-out", List.of("sign-out"));

	private static final List<String> RESULTS = List.of("succeeded", "refused", "throttled", "signed-out");

	private final AuditSearch search;

	private final Audit audit;

	private final SubjectCheck check;

	private final AuditRows rows;

	private final Texts texts;

	AuditPages(AuditSearch search, Audit audit, SubjectCheck check, AuditRows rows, Texts texts) {
		this.search = search;
		this.audit = audit;
		this.check = check;
		this.rows = rows;
		this.texts = texts;
	}

	AuditPage search(AuditForm form, AuditQuery query, @Nullable String after, @Nullable String before,
			List<FieldError> errors, Locale locale) {
		ListPage<AuditEntry, MomentKey> found = this.search.page(query, Cursor.of(after, before, MomentKey::parse),
				SIZE);
		return page(form, query, found, form.address(), List.of(), errors, locale);
	}

	/**
	 * @param result what came of it; anything else: all
	 */
	AuditPage signIns(String result, AuditForm form, @Nullable String after, @Nullable String before, Locale locale) {
		List<String> actions = SIGN_INS.getOrDefault(result,
				SIGN_INS.values().stream().flatMap(List::stream).sorted().toList());
		AuditQuery query = new AuditQuery(null, null, "", actions, "", false);
		ListPage<AuditEntry, MomentKey> found = this.search.page(query, Cursor.of(after, before, MomentKey::parse),
				SIZE);
		List<Choice> results = Stream.concat(Stream.of(""), RESULTS.stream())
			.map((code) -> new Choice(code, this.texts.in(locale, "audit.sign-ins." + (code.isEmpty() ? "all" : code)),
					code.equals(result)))
			.toList();
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit/sign-ins");
		if (SIGN_INS.containsKey(result)) {
			address.queryParam("result", result);
		}
		return page(form, query, found, address, results, List.of(), locale);
	}

	private AuditPage page(AuditForm form, AuditQuery query, ListPage<AuditEntry, MomentKey> found,
			UriComponentsBuilder address, List<Choice> results, List<FieldError> errors, Locale locale) {
		return new AuditPage(form.typed(), actions(query, locale), results, this.rows.of(found.rows(), locale),
				Paging.of(found, address, MomentKey::text), errors);
	}

	private List<Choice> actions(AuditQuery query, Locale locale) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", this.texts.in(locale, "audit.page.any-action"), query.actions().isEmpty()));
		this.search.actions()
			.stream()
			.map((code) -> new Choice(code, this.rows.action(code, locale), query.actions().contains(code)))
			.sorted(Comparator.comparing(Choice::label))
			.forEach(choices::add);
		return choices;
	}

	/**
	 * @return the chain, checked; empty where there is none
	 */
	Optional<ChainPage> chain(String subject, @Nullable String after, @Nullable String before, Locale locale) {
		Cursor<Long> cursor = Cursor.ofIds(after, before);
		return this.check.check(subject).map((checked) -> {
			ListPage<AuditEntry, Long> found = this.audit.page(new Subject(subject), cursor, SIZE);
			UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit/subject").queryParam("id", subject);
			return new ChainPage(subject, this.rows.about(subject), checked.entries(), checked.sealed(),
					fault(checked, locale), this.rows.of(found.rows(), locale),
					Paging.of(found, address, String::valueOf));
		});
	}

	private @Nullable String fault(Checked checked, Locale locale) {
		AuditReport.Fault fault = checked.fault();
		return (fault != null) ? this.texts.in(locale, "audit.fault." + fault.kind(), fault.subject(), fault.seq())
				: null;
	}

}
