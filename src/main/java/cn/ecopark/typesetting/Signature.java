package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.ecopark.typesetting.Imprint.SigningBody;

/** 发文机关署名、成文日期和印章 (GB/T 9704-2012, 7.3.5). */
final class Signature {

	/** Of a seal that is not there yet. */
	private static final float DIAMETER = 42;

	/** From the date's right end to the edge of the type area. */
	private static final float DATE_INDENT = 4 * Measures.CELL;

	/** From the last line of text to the top of the first seals, less than a line. */
	private static final float BELOW_TEXT = 5;

	/** Names and date stand a little below the middle of the seal. */
	private static final float BELOW_MIDDLE = 0.1f;

	private final List<SigningBody> bodies;

	private final Line date;

	private final Shaper shaper;

	private final List<Composition.SealPlace> seals = new ArrayList<>();

	private Composition.@Nullable Place datePlace;

	Signature(List<SigningBody> bodies, String date, Shaper shaper) {
		this.bodies = bodies;
		this.date = shaper.line(date, Style.BODY);
		this.shaper = shaper;
	}

	List<Composition.SealPlace> seals() {
		return this.seals;
	}

	Optional<Composition.Place> date() {
		return Optional.ofNullable(this.datePlace);
	}

	/** Adds the rows to the text, tied to each other and to its last lines. */
	void addTo(Flow flow) {
		float step = step();
		List<List<Float>> rows = SealRows.of(this.bodies.size(), step - SealRows.GAP, dateMiddle());
		flow.tieLast(2);
		// The line that ends the text has taken its leading with it.
		flow.addTied(new Item.Space(BELOW_TEXT - (Measures.PITCH - Measures.BODY)));
		int from = 0;
		for (List<Float> row : rows) {
			List<SigningBody> here = this.bodies.subList(from, from + row.size());
			from += row.size();
			flow.addTied(row(flow, here, row, from == this.bodies.size(), step));
		}
	}

	private Row row(Flow flow, List<SigningBody> here, List<Float> middles, boolean last, float step) {
		List<Signed> signed = new ArrayList<>();
		for (SigningBody body : here) {
			Structure.Part name = flow.begin(Structure.Role.PARAGRAPH);
			Structure.Part seal = body.seal() == null ? null : flow.begin(Structure.Role.FIGURE);
			signed.add(new Signed(body, name, seal == null ? null : seal.described("印章：" + body.name())));
		}
		return new Row(signed, middles, last ? flow.begin(Structure.Role.PARAGRAPH) : null, last, step);
	}

	/** A body, and the parts of the document that its name and its seal are. */
	private record Signed(SigningBody body, Structure.@Nullable Part name, Structure.@Nullable Part seal) {
	}

	private float step() {
		return (float) this.bodies.stream().mapToDouble((body) -> diameter(body)).max().orElse(DIAMETER) + SealRows.GAP;
	}

	/**
	 * The name, and under it whose seal stands in.
	 * @param room points
	 */
	static List<Line> words(SigningBody body, Shaper shaper, float room) {
		List<Line> lines = new ArrayList<>(TitleBreaker.lines(List.of(body.name()), Style.BODY, shaper, room));
		if (body.standIn() != null) {
			lines.addAll(TitleBreaker.lines(List.of(brackets(body.standIn())), Style.BODY, shaper, room));
		}
		return lines;
	}

	private static float diameter(SigningBody body) {
		return body.seal() == null ? DIAMETER : body.seal().diameter();
	}

	/**
	 * Four characters from the edge; further in only where the words of a seal that
	 * stands in would else not have their line.
	 */
	private float dateMiddle() {
		float middle = Measures.WIDTH - DATE_INDENT - this.date.length() / 2;
		String standIn = this.bodies.size() == 1 ? this.bodies.get(0).standIn() : null;
		return standIn == null ? middle
				: Math.min(middle, Measures.WIDTH - this.shaper.line(brackets(standIn), Style.BODY).length() / 2);
	}

	private static String brackets(String words) {
		return "（" + words + "）";
	}

	/** A row of names with their seals; the last bears the date. */
	private final class Row implements Item {

		private final List<Signed> here;

		private final List<Float> middles;

		private final Structure.@Nullable Part day;

		private final boolean last;

		private final float step;

		Row(List<Signed> here, List<Float> middles, Structure.@Nullable Part day, boolean last, float step) {
			this.here = here;
			this.middles = middles;
			this.day = day;
			this.last = last;
			this.step = step;
		}

		@Override
		public float height() {
			return this.step - SealRows.GAP;
		}

		@Override
		public float advance() {
			return this.step;
		}

		@Override
		public void draw(Pages pages, float top) throws IOException {
			float middle = top + height() / 2 + BELOW_MIDDLE * height();
			float names = this.last ? middle - Measures.BODY - (Measures.PITCH - Measures.BODY) / 2
					: middle - Measures.BODY / 2;
			for (int at = 0; at < this.here.size(); at++) {
				sign(pages, this.here.get(at), Measures.LEFT + this.middles.get(at), names, top + height() / 2);
			}
			if (this.last) {
				date(pages, names + Measures.PITCH);
			}
		}

		private void sign(Pages pages, Signed signed, float x, float top, float middle) throws IOException {
			SigningBody body = signed.body();
			pages.canvas().within(signed.name());
			List<Line> lines = name(body);
			for (int at = 0; at < lines.size(); at++) {
				float up = (lines.size() - 1 - at) * Measures.BODY * 1.15f;
				pages.canvas().text(lines.get(at), x - lines.get(at).length() / 2, top - up, Ink.BLACK);
			}
			if (body.seal() != null) {
				pages.canvas().within(signed.seal());
				pages.canvas().seal(body.seal(), x, middle);
			}
			float diameter = diameter(body);
			Signature.this.seals.add(new Composition.SealPlace(body.name(),
					pages.place(x - diameter / 2, middle - diameter / 2, diameter, diameter)));
		}

		/**
		 * A name wider than its place falls into balanced lines; alone it may be long.
		 */
		private List<Line> name(SigningBody body) {
			boolean alone = Signature.this.bodies.size() == 1;
			float room = alone ? 2 * (Measures.WIDTH - dateMiddle()) : this.step;
			return words(body, Signature.this.shaper, Measures.points(room));
		}

		private void date(Pages pages, float top) throws IOException {
			Line line = Signature.this.date;
			float x = Measures.LEFT + dateMiddle() - line.length() / 2;
			pages.canvas().within(this.day);
			pages.canvas().text(line, x, top, Ink.BLACK);
			Signature.this.datePlace = pages.place(x, top, line.length(), Measures.BODY);
		}

	}

}
