package cn.ecopark.casefile;

import cn.ecopark.organisation.Actor;

/**
 * A new case takes over what was handed in in one that is closed. Heard in the same
 * transaction, once its first task waits.
 */
public record CaseContinued(EcoCase former, EcoCase opened, Actor by) {
}
