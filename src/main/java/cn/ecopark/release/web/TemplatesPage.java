package cn.ecopark.release.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Tag;

/** The official documents of all rule packs and their templates. */
public record TemplatesPage(List<Group> groups) {

	/**
	 * The documents of one rule pack.
	 *
	 * @param inForce the release that makes documents now
	 */
	public record Group(String pack, String inForce, List<Row> rows) {
	}

	/**
	 * A kind of document.
	 *
	 * @param changed the release that will set it otherwise, not in force yet; null where
	 * there is none
	 * @param source where its wording comes from
	 */
	public record Row(String url, String label, String form, String issuers, @Nullable String level,
			@Nullable String changed, String source, Tag confirmed) {
	}

}
