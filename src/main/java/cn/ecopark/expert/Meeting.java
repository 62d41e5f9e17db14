package cn.ecopark.expert;

import java.time.LocalDate;

/**
 * A meeting of a case in one stage.
 *
 * @param place where, or the address of the on-line meeting
 * @param attendance who was there, as written down
 * @param opinionId the opinion that carries everything else the form asked for
 */
public record Meeting(String caseId, String stage, LocalDate heldOn, String place, String agenda, String attendance,
		long opinionId) {
}
