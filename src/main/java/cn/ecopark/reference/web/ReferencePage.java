package cn.ecopark.reference.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.Tag;

/**
 * What goes by the day: {@code GET /admin/reference}.
 *
 * @param units whose names may be looked at, in groups
 * @param years of the calendar
 */
public record ReferencePage(List<Pack> packs, List<Group> units, List<Year> years) {

	/** What is said for one rule pack. */
	public record Pack(String name, List<Line> series) {
	}

	/**
	 * One series.
	 *
	 * @param entries the earliest first
	 */
	public record Line(String label, String url, List<Row> entries) {
	}

	/**
	 * One entry.
	 *
	 * @param lastDay the last day on which it holds; null until further notice
	 * @param state whether it holds, has held or will hold
	 */
	public record Row(String told, @Nullable LocalDate from, @Nullable LocalDate lastDay, String source, Tag confirmed,
			Tag state) {
	}

	/** Units of one kind. */
	public record Group(String label, List<Choice> units) {
	}

	/** A year of the calendar and whether it is arranged. */
	public record Year(String year, String url, Tag state) {
	}

}
