package cn.ecopark.officialdocument;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.officialdocument.NumberRefusals.NumberNotFound;
import cn.ecopark.officialdocument.NumberRefusals.NumberNotReserved;
import cn.ecopark.officialdocument.NumberRefusals.SeriesNotGiven;
import cn.ecopark.officialdocument.NumberRefusals.UnknownSeries;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.rulepack.NumberSeries;
import cn.ecopark.rulepack.RulePacks;

/**
 * Gives 发文字号, per series and year in order and each once: whoever takes one holds that
 * number until the end of the transaction, and what is rolled back is the next one given.
 * Nobody waits for the series.
 */
@Component
public class DocumentNumbers {

	private final JdbcNumbers numbers;

	private final RulePacks packs;

	private final CurrentActor current;

	DocumentNumbers(JdbcNumbers numbers, RulePacks packs, CurrentActor current) {
		this.numbers = numbers;
		this.packs = packs;
		this.current = current;
	}

	/**
	 * The series of all rule packs, each once.
	 */
	public List<NumberSeries> series() {
		return this.packs.all().stream().flatMap(pack -> pack.series().values().stream()).distinct().toList();
	}

	/**
	 * @return the series with that 发文机关代字
	 * @throws UnknownSeries when there is none
	 */
	public NumberSeries series(String code) {
		return series().stream()
			.filter(series -> series.code().equals(code))
			.reduce((earlier, later) -> later)
			.orElseThrow(() -> new UnknownSeries(code));
	}

	/**
	 * Takes the next number, in the caller's transaction. Others of the same series and
	 * year get the next ones meanwhile; should the transaction fail, whoever comes then
	 * gets this one.
	 * @param issuedOn day of issue; its year is the number's
	 * @param subject title of the document
	 * @param dossierId case or batch that it is issued in
	 * @return of that series, or of the one that has followed it by the day of issue
	 * @throws UnknownSeries when there is no such series
	 * @throws SeriesNotGiven when it is not given on that day
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public DocumentNumber take(String code, LocalDate issuedOn, String subject, @Nullable String dossierId) {
		String series = onDay(code, issuedOn);
		requireGiven(series, issuedOn);
		return this.numbers
			.take(new JdbcNumbers.Taking(series, issuedOn, TakenNumber.State.TAKEN, subject, dossierId, "",
					actorName()))
			.number();
	}

	/**
	 * Uses a number that was reserved.
	 * @throws NumberNotFound when there is no such number
	 * @throws NumberNotReserved when it is not reserved, or no longer
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public DocumentNumber takeReserved(DocumentNumber number, LocalDate issuedOn, String subject,
			@Nullable String dossierId) {
		TakenNumber reserved = get(number);
		if (!this.numbers.use(reserved.id(), issuedOn, subject, dossierId)) {
			throw new NumberNotReserved(number);
		}
		return number;
	}

	/**
	 * @return the numbers of that series and year that wait for their documents, the
	 * lowest first
	 */
	@Transactional(readOnly = true)
	public List<TakenNumber> reserved(String series, int year) {
		return this.numbers.reserved(series, year);
	}

	/**
	 * @return what has become of that number
	 * @throws NumberNotFound when it was not given
	 */
	@Transactional(readOnly = true)
	public TakenNumber get(DocumentNumber number) {
		return this.numbers.find(number).orElseThrow(() -> new NumberNotFound(number.text()));
	}

	/** Series follow each other by days that go on, which the check of packs sees to. */
	private String onDay(String code, LocalDate day) {
		NumberSeries series = series(code);
		String next = series.next();
		return next != null && series.isFollowedOn(day) ? onDay(next, day) : code;
	}

	void requireGiven(String code, LocalDate issuedOn) {
		if (!series(code).isGivenOn(issuedOn)) {
			throw new SeriesNotGiven(code, issuedOn);
		}
	}

	private String actorName() {
		return this.current.find().map(Actor::name).orElse("");
	}

}
