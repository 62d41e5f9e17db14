package cn.ecopark.wholefile.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Tag;

/**
 * The check of a whole file: {@code GET} and {@code POST /whole-file/check}.
 *
 * @param limit largest ZIP that is taken here, in words
 * @param result null before a file was given
 */
public record CheckPage(String limit, @Nullable Result result) {

	/**
	 * @param about which case, for whom and when
	 * @param known whether this system made that manifest
	 * @param rows what is not as it should be, then what is, as many as are shown
	 * @param more how many are not shown
	 */
	public record Result(String about, boolean intact, int count, long faults, boolean known, String digest,
			List<Row> rows, int more) {
	}

	/** One entry. */
	public record Row(String path, Tag state) {
	}

}
