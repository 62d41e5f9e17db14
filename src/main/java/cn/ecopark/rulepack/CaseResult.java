package cn.ecopark.rulepack;

import java.util.Set;

/**
 * An end of a case that changes the standing of its park.
 *
 * @param process of the case
 * @param act what changes it
 * @param lifeStatuses of which the register must give the park one by then
 */
public record CaseResult(String process, String result, Act act, Set<String> lifeStatuses, String source,
		boolean confirmed) {
}
