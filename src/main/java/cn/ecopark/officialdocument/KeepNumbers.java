package cn.ecopark.officialdocument;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.officialdocument.NumberRefusals.FirstNumberFixed;
import cn.ecopark.officialdocument.NumberRefusals.NotYourRegister;
import cn.ecopark.officialdocument.NumberRefusals.NumberNotFound;
import cn.ecopark.officialdocument.NumberRefusals.NumberNotVoidable;
import cn.ecopark.officialdocument.NumberRefusals.NumberReasonMissing;
import cn.ecopark.officialdocument.NumberRefusals.SeriesNotGiven;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.UnitLevel;

/**
 * What the Office and the administrator do with numbers by hand: reserve, void, say where
 * the count begins. Each act has its reason and stands in the audit.
 */
@Component
@Transactional
public class KeepNumbers {

	private static final int LARGEST_FIRST = 99_999;

	private final JdbcNumbers store;

	private final DocumentNumbers numbers;

	private final JdbcOfficialDocuments documents;

	private final Audit audit;

	private final CaseTime time;

	KeepNumbers(JdbcNumbers store, DocumentNumbers numbers, JdbcOfficialDocuments documents, Audit audit,
			CaseTime time) {
		this.store = store;
		this.numbers = numbers;
		this.documents = documents;
		this.audit = audit;
		this.time = time;
	}

	/**
	 * Keeps the next number of this year for a document to come.
	 * @throws NotYourRegister when the actor is not of the Office
	 * @throws NumberReasonMissing when there is no reason
	 * @throws SeriesNotGiven when the series is not given today
	 */
	public DocumentNumber reserve(String series, String reason, Actor actor) {
		requireOffice(actor);
		String why = reason(reason);
		this.numbers.requireGiven(series, this.time.today());
		DocumentNumber number = this.store
			.take(new JdbcNumbers.Taking(series, this.time.today(), TakenNumber.State.RESERVED, "", null, why,
					actor.name()))
			.number();
		record("paper.number-reserved", number, why);
		return number;
	}

	/**
	 * No document will bear the number.
	 * @throws NotYourRegister when the actor is not of the Office
	 * @throws NumberNotFound when it was not given
	 * @throws NumberNotVoidable when it is void already, or a document in the register
	 * bears it
	 */
	public void annul(DocumentNumber number, String reason, Actor actor) {
		requireOffice(actor);
		String why = reason(reason);
		TakenNumber taken = this.store.lock(number).orElseThrow(() -> new NumberNotFound(number.text()));
		if (!this.documents.byNumber(number).isEmpty() || !this.store.annul(taken.id(), why)) {
			throw new NumberNotVoidable(number);
		}
		record("paper.number-voided", number, why);
	}

	/**
	 * Numbers below were used on paper before the system.
	 * @param first first number the system gives
	 * @throws NotYourRegister when the actor is not the system administrator
	 * @throws FirstNumberFixed when it was set, or a number was taken, before
	 */
	public void beginAt(String series, int year, int first, Actor actor) {
		if (!actor.has(MemberRole.SYSTEM_ADMIN)) {
			throw new NotYourRegister();
		}
		String code = this.numbers.series(series).code();
		if (first < 2 || first > LARGEST_FIRST || !this.store.begin(code, year, first)) {
			throw new FirstNumberFixed(series, year);
		}
		this.audit.record(Subject.ADMINISTRATION, "paper.first-number-set",
				Map.of("series", code, "year", year, "first", first));
	}

	/** Whether the actor reserves and voids numbers. */
	public static boolean isOffice(Actor actor) {
		return actor.unitLevel() == UnitLevel.OFFICE && actor.worksOnCases();
	}

	private static void requireOffice(Actor actor) {
		if (!isOffice(actor)) {
			throw new NotYourRegister();
		}
	}

	private void record(String action, DocumentNumber number, String reason) {
		this.audit.record(new Subject("numbers:" + number.series() + "-" + number.year()), action,
				Map.of("number", number.text(), "reason", reason));
	}

	private static String reason(String text) {
		String reason = text.strip();
		if (reason.length() < 2 || reason.length() > 200) {
			throw new NumberReasonMissing();
		}
		return reason;
	}

}
