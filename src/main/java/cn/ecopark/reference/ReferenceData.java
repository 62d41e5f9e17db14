package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.law.LegalRefusal;

/**
 * What holds on the day of an act, whatever release a case is carried out by. It is read
 * from the database each time, so that a change counts on all nodes at once.
 */
@Component
@Transactional(readOnly = true)
public class ReferenceData {

	private final JointParties parties;

	private final TechnicalUnits technicalUnits;

	private final Titles titles;

	ReferenceData(JointParties parties, TechnicalUnits technicalUnits, Titles titles) {
		this.parties = parties;
		this.technicalUnits = technicalUnits;
		this.titles = titles;
	}

	/**
	 * @return the bodies of a joint decision under that pack taken on that day, lead body
	 * first; none where nobody decides
	 */
	public List<String> partiesOn(String pack, LocalDate day) {
		return this.parties.on(pack, day);
	}

	/**
	 * As {@link #partiesOn}, where somebody has to decide.
	 * @param about what the refusal names
	 * @throws LegalRefusal when nobody decides on that day
	 */
	public List<String> requirePartiesOn(String pack, LocalDate day, String about) {
		List<String> found = partiesOn(pack, day);
		if (found.isEmpty()) {
			throw LegalRefusal.ofProcedure("no-body-decides", about);
		}
		return found;
	}

	/**
	 * @return the technical unit that takes part in a case of that procedure begun on
	 * that day
	 */
	public Optional<String> technicalUnitOn(String pack, String process, LocalDate day) {
		return this.technicalUnits.on(pack, process, day);
	}

	/**
	 * @return what parks are named on that day; empty where nobody has said it
	 */
	public Optional<Title> titleOn(String pack, LocalDate day) {
		return this.titles.on(pack, day);
	}

	/**
	 * @throws ReferenceRefusals.NoTitle when nobody has said what parks are named on that
	 * day
	 */
	public Title requireTitleOn(String pack, LocalDate day) {
		return titleOn(pack, day).orElseThrow(() -> new ReferenceRefusals.NoTitle(day));
	}

}
