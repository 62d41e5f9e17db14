package cn.ecopark.officialdocument.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Tag;

/** The documents of all rule packs and their templates. */
public record TemplatesPage(List<Group> groups) {

	/** The documents of one rule pack. */
	public record Group(String pack, List<Row> rows) {
	}

	/**
	 * A kind of document.
	 *
	 * @param version which one is in force
	 * @param changed when and by whom it was saved; null for the one shipped
	 * @param source where its wording comes from
	 */
	public record Row(String url, String label, String form, String issuers, String version, @Nullable String changed,
			String source, Tag confirmed) {
	}

}
