package cn.ecopark.park.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimelineEntry;

/**
 * One park: {@code GET /parks/{id}}.
 *
 * @param life the nine steps from application to naming
 * @param facts what the register says: administration, address, standard, title, next recheck
 * @param procedures what may be started now; posts {@code kind} and {@code submission} to {@code startUrl}
 */
public record ParkPage(String id, Heading heading, List<Step> life, List<Fact> facts, List<CaseLine> cases,
		List<TimelineEntry> events, List<Procedure> procedures, String startUrl, String submission) {

	/** @param underWay what is under way; null for nothing */
	public record Heading(String name, Tag status, @Nullable Tag underWay, List<String> meta) {
	}

	/** One line of the register. */
	public record Fact(String label, String value) {
	}

	/**
	 * One case of this park.
	 *
	 * @param url null where the reader may not open it
	 */
	public record CaseLine(@Nullable String url, String kind, @Nullable String number, Tag state, LocalDate opened,
			@Nullable LocalDate closed) {
	}

	/**
	 * A procedure the reader may start.
	 *
	 * @param kind code, for instance CREATION
	 * @param obstacle why it cannot be started now; null when it can
	 */
	public record Procedure(String kind, String label, String meaning, @Nullable String obstacle) {
	}

}
