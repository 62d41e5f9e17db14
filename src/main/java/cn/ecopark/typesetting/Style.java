package cn.ecopark.typesetting;

/**
 * How a text is set.
 *
 * @param size points
 * @param tracking added after each full-width character, points
 */
record Style(Face face, float size, float tracking) {

	static final Style BODY = new Style(Face.FANG_SONG, Measures.BODY_SIZE, Measures.TRACKING);

	static final Style FIRST_LEVEL = BODY.in(Face.HEI);

	static final Style SECOND_LEVEL = BODY.in(Face.KAI);

	static final Style TITLE = new Style(Face.XIAO_BIAO_SONG, Measures.TITLE_SIZE, 0);

	static final Style SMALL = new Style(Face.FANG_SONG, Measures.SMALL_SIZE, 0);

	static final Style CELL = new Style(Face.FANG_SONG, 12, 0);

	static final Style CELL_HEAD = CELL.in(Face.HEI);

	static final Style PAGE_NUMBER = new Style(Face.SONG, Measures.SMALL_SIZE, 0);

	Style in(Face other) {
		return new Style(other, this.size, this.tracking);
	}

	Style sized(float points) {
		return new Style(this.face, points, 0);
	}

	/**
	 * @return height of a character, millimetres
	 */
	float height() {
		return Measures.millimetres(this.size);
	}

}
