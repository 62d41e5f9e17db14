package cn.ecopark.web;

import java.util.Set;

/**
 * Whoever is signed in, as the page header shows it.
 *
 * @param person by which scripts tell whether somebody else has signed in meanwhile
 * @param name name of the person
 * @param unit unit the person acts for
 * @param areas what the navigation offers to this person
 */
public record Viewer(long person, String name, String unit, Set<Area> areas) {
}
