package cn.ecopark.officialdocument;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.officialdocument.NumberRefusals.NotYourRegister;
import cn.ecopark.officialdocument.RegisterRefusals.OfficialDocumentNotFound;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.shared.Amount;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;

/** 公文登记簿: what was issued and which numbers were given, as the Office reads it. */
@Component
@Transactional(readOnly = true)
public class IssueRegister {

	/** Rows of a page as it is shown. */
	public static final int PAGE = 30;

	private final JdbcRegister register;

	private final OfficialDocuments documents;

	IssueRegister(JdbcRegister register, OfficialDocuments documents) {
		this.register = register;
		this.documents = documents;
	}

	/**
	 * What the list of documents is narrowed to; empty texts narrow nothing.
	 *
	 * @param query part of title or number
	 * @param year of issue, 0 for all
	 * @param state name of an {@link OfficialDocument.State}
	 */
	public record IssueFilter(SearchWords query, int year, String state) {

		/** All documents in which those words are found. */
		public static IssueFilter of(SearchWords query) {
			return new IssueFilter(query, 0, "");
		}

	}

	/**
	 * What the list of numbers is narrowed to; empty texts narrow nothing.
	 *
	 * @param year 0 for all
	 * @param state name of a {@link TakenNumber.State}
	 */
	public record NumberFilter(String series, int year, String state) {
	}

	/**
	 * A number with the document that bears it.
	 *
	 * @param document the one that holds, else the newest put aside; null where none does
	 */
	public record NumberRow(TakenNumber number, @Nullable OfficialDocument document) {
	}

	/**
	 * How far a series has come in a year.
	 *
	 * @param first first number the system gives; those below were used on document
	 * @param last last number given; one less than the first before any is
	 */
	public record Count(String series, int year, int first, int last) {
	}

	/**
	 * @throws NotYourRegister when the reader is not of the Office
	 */
	public ListPage<OfficialDocument, VerificationCode> documents(IssueFilter filter, SortedBy<RegisterOrder> sort,
			Cursor<VerificationCode> cursor, int size, Actor reader) {
		requireOffice(reader);
		return ListPage.of(this.register.documents(filter, sort, cursor, size + 1), size, cursor,
				OfficialDocument::code);
	}

	/**
	 * @return how many documents are found on all pages
	 * @throws NotYourRegister when the reader is not of the Office
	 */
	public Amount count(IssueFilter filter, Actor reader) {
		requireOffice(reader);
		return this.register.count(filter);
	}

	/**
	 * @throws NotYourRegister when the reader is not of the Office
	 */
	public ListPage<NumberRow, Long> numbers(NumberFilter filter, Cursor<Long> cursor, Actor reader) {
		requireOffice(reader);
		ListPage<TakenNumber, Long> page = ListPage.of(this.register.numbers(filter, cursor, PAGE + 1), PAGE, cursor,
				TakenNumber::id);
		Map<DocumentNumber, OfficialDocument> bearers = this.register
			.bearers(page.rows().stream().map(TakenNumber::number).toList())
			.stream()
			.filter(document -> document.number() != null)
			.collect(Collectors.toMap(document -> java.util.Objects.requireNonNull(document.number()),
					Function.identity(), (holds, other) -> holds));
		return page.map(number -> new NumberRow(number, bearers.get(number.number())));
	}

	/**
	 * @return the series and years in which numbers were given or a first one was set,
	 * the newest year first
	 * @throws NotYourRegister when the reader is neither of the Office nor the system
	 * administrator
	 */
	public List<Count> counts(Actor reader) {
		if (!reader.has(MemberRole.SYSTEM_ADMIN)) {
			requireOffice(reader);
		}
		return this.register.counts();
	}

	/**
	 * @return the document, to be read by the Office
	 * @throws NotYourRegister when the reader is not of the Office
	 * @throws OfficialDocumentNotFound when there is none with that code
	 */
	public OfficialDocument document(String code, Actor reader) {
		requireOffice(reader);
		return VerificationCode.read(code).flatMap(this.documents::byCode).orElseThrow(OfficialDocumentNotFound::new);
	}

	private static void requireOffice(Actor reader) {
		if (!KeepNumbers.isOffice(reader)) {
			throw new NotYourRegister();
		}
	}

}
