package cn.ecopark.process.web;

import java.util.List;

/** What diagrams and packs may ask of the system. */
record CataloguePage(List<Section> sections) {

	/**
	 * Words of one kind.
	 *
	 * @param columns headings of the columns
	 */
	record Section(String title, String lead, List<String> columns, List<Row> rows) {
	}

	/**
	 * One word.
	 *
	 * @param code as it is written
	 * @param cells what is said of it, in the order of the columns
	 */
	record Row(String code, List<String> cells) {
	}

}
