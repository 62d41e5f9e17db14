package cn.ecopark.rulepack;

import java.util.Set;

/**
 * An end of a case that changes the standing of its park.
 *
 * @param process of the case
 * @param decision process of the joint decision whose document changes it
 * @param lifeStatuses of which the register must give the park one by then
 */
public record CaseResult(String process, String result, String decision, Set<String> lifeStatuses, String source,
		boolean confirmed) {
}
