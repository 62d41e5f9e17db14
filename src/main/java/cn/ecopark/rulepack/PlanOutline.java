package cn.ecopark.rulepack;

import java.util.List;

/**
 * What a planning guide asks a plan to hold.
 *
 * @param source the guide
 * @param confirmed whether the outline as a whole was checked against the official text
 * @param kinds keys of the documents it is for
 * @param chapters in the order of the guide
 */
public record PlanOutline(String source, boolean confirmed, List<String> kinds, List<Chapter> chapters) {

	/**
	 * A chapter.
	 *
	 * @param titles under which plans have it
	 * @param confirmed whether its title was checked against the official text
	 */
	public record Chapter(String key, String label, String englishLabel, List<String> titles, boolean confirmed) {
	}

}
