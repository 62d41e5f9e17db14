package cn.ecopark.park;

import cn.ecopark.organisation.Actor;

/**
 * It was entered, or put right, when a park was given its plaque. Heard in the same
 * transaction.
 *
 * @param by who has entered it
 */
public record PlaqueHandedOver(long parkId, Plaque plaque, Actor by) {
}
