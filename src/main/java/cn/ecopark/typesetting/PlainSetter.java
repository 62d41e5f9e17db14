package cn.ecopark.typesetting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns texts into the lines of plain pages. */
final class PlainSetter {

	static final Style TEXT = new Style(Face.SONG, 10.5f, 0);

	static final Style LABEL = TEXT.in(Face.HEI);

	private static final Style TITLE = new Style(Face.HEI, 18, 0);

	private static final Style HEADING = new Style(Face.HEI, 12, 0);

	private static final Style NOTE = new Style(Face.SONG, 9, 0);

	private static final float TITLE_PITCH = 11;

	private static final float HEADING_PITCH = 7.5f;

	private static final float PITCH = 6.2f;

	private static final float NOTE_PITCH = 5.4f;

	/** Of the labels, and what is between them and their values. */
	private static final float LABELS = 36;

	private static final float GUTTER = 4;

	private final Shaper shaper;

	PlainSetter(Shaper shaper) {
		this.shaper = shaper;
	}

	/**
	 * @return the text by its line ends; empty lines are empty paragraphs
	 */
	static List<String> paragraphs(String text) {
		return Arrays.stream(text.strip().split("\\R")).map(String::strip).toList();
	}

	List<PlainLine> title(String text) {
		return set(ragged(text, TITLE, Measures.WIDTH), 0, Ink.BLACK, TITLE_PITCH);
	}

	List<PlainLine> heading(String text) {
		return set(ragged(text, HEADING, Measures.WIDTH), 0, Ink.BLACK, HEADING_PITCH);
	}

	List<PlainLine> note(String text) {
		return set(justified(text, NOTE, Measures.WIDTH), 0, Ink.GREY, NOTE_PITCH);
	}

	/** Begins two characters further in. */
	List<PlainLine> paragraph(String text) {
		return set(LineBreaker.lines(this.shaper.shape(text, TEXT), 2 * TEXT.size(), Measures.points(Measures.WIDTH)),
				0, Ink.BLACK, PITCH);
	}

	/**
	 * @param note below the value
	 * @return labels and values side by side; either may have more lines
	 */
	List<PlainLine> pair(String label, String value, String note) {
		float left = LABELS + GUTTER;
		float room = Measures.WIDTH - left;
		List<PlainLine> labels = set(ragged(label, LABEL, LABELS), 0, Ink.BLACK, PITCH);
		List<PlainLine> values = new ArrayList<>(set(justified(value, TEXT, room), left, Ink.BLACK, PITCH));
		values.addAll(set(justified(note, NOTE, room), left, Ink.GREY, NOTE_PITCH));
		List<PlainLine> rows = new ArrayList<>();
		for (int at = 0; at < Math.max(labels.size(), values.size()); at++) {
			rows.add(at >= labels.size() ? values.get(at)
					: at >= values.size() ? labels.get(at) : labels.get(at).with(values.get(at)));
		}
		return rows;
	}

	private List<Line> justified(String text, Style style, float width) {
		return paragraphs(text).stream()
			.flatMap((paragraph) -> LineBreaker.lines(this.shaper.shape(paragraph, style), 0, Measures.points(width))
				.stream())
			.toList();
	}

	private List<Line> ragged(String text, Style style, float width) {
		return paragraphs(text).stream()
			.flatMap((paragraph) -> LineBreaker.ragged(this.shaper.shape(paragraph, style), Measures.points(width))
				.stream())
			.toList();
	}

	private static List<PlainLine> set(List<Line> lines, float inset, Ink ink, float pitch) {
		return lines.stream()
			.map((line) -> PlainLine.of(List.of(new PlainLine.Part(line, Measures.LEFT + inset, ink)), pitch))
			.toList();
	}

}
