package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;

/**
 * What several bodies have signed about a case. Answered by the module that takes joint
 * decisions.
 */
public interface CaseSignatures {

	/**
	 * @param dossierId of a case, or of what was decided jointly
	 * @return the signatures that the reader may read, the earliest first; parks and the
	 * public read none
	 */
	List<Signature> of(String dossierId, Actor reader, Locale locale);

	/**
	 * One signature in full: 审批人签批公文，应当签署意见、姓名和完整日期 (公文处理工作条例 22).
	 *
	 * @param decision what was decided jointly, as its batch is called; within the batch,
	 * the parks that were signed for
	 * @param step in which it was signed, as the step was called then
	 * @param unit as it was called then
	 * @param signer who signed, marked 代 where a deputy did
	 * @param choice 同意, 不同意 … in words
	 * @param agrees whether it supports the decision
	 * @param opinion what was written with it; empty for nothing
	 * @param text which text was signed, in words
	 */
	record Signature(String decision, int round, String step, String unit, String signer, String choice, boolean agrees,
			String opinion, Instant at, String text) {

		public LocalDate on() {
			return LocalDate.ofInstant(this.at, CaseTime.ZONE);
		}

	}

}
