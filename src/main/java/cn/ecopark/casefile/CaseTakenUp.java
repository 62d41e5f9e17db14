package cn.ecopark.casefile;

import cn.ecopark.organisation.Actor;

/**
 * A case goes on. Heard in the same transaction.
 *
 * @param days working days for which it stood still
 * @param by who has taken it up
 */
public record CaseTakenUp(Suspension suspension, int days, Actor by) {
}
