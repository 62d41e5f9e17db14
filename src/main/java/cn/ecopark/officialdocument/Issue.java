package cn.ecopark.officialdocument;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a kind of document is issued: at which level, in which order its bodies stand, and
 * which day its 版记 bears.
 *
 * @param level null where each body issues as itself, under its own seal
 * @param order ids of units in the order in which they stand behind the lead body; who is
 * not named stands behind those, as the decision has it
 * @param printed which day stands as that of printing
 * @param source where it was seen
 * @param confirmed whether it was checked against the official text
 */
public record Issue(@Nullable IssueLevel level, List<String> order, PrintingDay printed, String source,
		boolean confirmed) {

	/**
	 * Of kinds of which the release does not say it, as those of releases made before
	 * there was such an entry.
	 */
	static final Issue UNSAID = new Issue(null, List.of(), PrintingDay.ISSUE, "", false);

	public Issue {
		order = List.copyOf(order);
	}

	/** 印发日期, as the 版记 bears it beside who prints (GB/T 9704-2012, 7.4.4). */
	public enum PrintingDay {

		/** That of the document, 成文日期. */
		ISSUE,
		/** The day on which it is made. */
		PRINTING,
		/** None: who prints stands alone. */
		NONE

	}

}
