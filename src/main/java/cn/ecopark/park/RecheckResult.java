package cn.ecopark.park;

import java.time.LocalDate;

import cn.ecopark.rulepack.ReleaseId;

/**
 * What a recheck came to.
 *
 * @param release whose codes these are
 * @param grade code of the grade it ended with
 * @param result code of how it ended, for instance after rectification
 * @param passed whether the park keeps its title by that grade
 * @param nextDueOn when the next recheck falls due
 */
public record RecheckResult(ReleaseId release, String grade, String result, boolean passed, LocalDate nextDueOn) {
}
