package cn.ecopark.wholefile;

import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;

/**
 * Gathers all that a reader may see of a case, as of one moment. What is seen is decided
 * by the modules it is read from, by the rules of their pages.
 */
@Component
class Gathering {

	private final CaseAccess access;

	private final WholeCaseReading cases;

	private final CaseTime time;

	private final Labels labels;

	Gathering(CaseAccess access, WholeCaseReading cases, CaseTime time, Labels labels) {
		this.access = access;
		this.cases = cases;
		this.time = time;
		this.labels = labels;
	}

	/**
	 * What was gathered.
	 *
	 * @param at real time
	 * @param paths the names already given in the ZIP
	 */
	record Gathered(CaseData data, Actor reader, String readerUnit, Instant at, Instant caseTime, SafePaths paths) {
	}

	/**
	 * @throws cn.ecopark.casefile.CaseRefusals.CaseNotFound when there is none
	 * @throws cn.ecopark.casefile.CaseRefusals.NotYourCase when it is not the reader's
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Gathered gather(String caseId, Actor reader) {
		EcoCase ecoCase = this.access.read(reader, caseId);
		SafePaths paths = new SafePaths();
		CaseData data = this.cases.of(ecoCase, reader, paths);
		Instant caseTime = this.time.now();
		return new Gathered(data, reader, this.labels.unit(reader.unitId(), caseTime).label(), Instant.now(), caseTime,
				paths);
	}

}
