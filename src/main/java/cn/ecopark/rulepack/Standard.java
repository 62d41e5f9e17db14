package cn.ecopark.rulepack;

import java.util.Set;

/**
 * A standard parks are judged by.
 *
 * @param title as documents cite it
 * @param parkTypes types of park it is for
 */
public record Standard(String code, String title, Set<String> parkTypes, String source, boolean confirmed) {
}
