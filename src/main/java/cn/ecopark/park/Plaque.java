package cn.ecopark.park;

import java.time.LocalDate;

/**
 * 授牌: the plaque of the title was handed over.
 *
 * @param place meeting or place
 * @param by who handed it over
 * @param why it was put right; empty of the first entry
 */
public record Plaque(LocalDate on, String place, String by, String why) {
}
