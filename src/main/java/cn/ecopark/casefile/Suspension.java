package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.rulepack.Words;

/**
 * 中止: the time for which a case stands still.
 *
 * @param ground as it was called then
 * @param document that it rests on; empty where there is none
 * @param to when it was taken up or closed; null while it stands still
 */
public record Suspension(long id, String caseId, Words ground, String reason, String document, Instant from,
		@Nullable Instant to) {

	public LocalDate since() {
		return LocalDate.ofInstant(this.from, CaseTime.ZONE);
	}

}
