package cn.ecopark.signing.seal;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

import cn.ecopark.typesetting.Outlines;
import cn.ecopark.typesetting.SealDrawing;

/**
 * A round seal for demonstrations: the name of the body along the rim, other words in the
 * lower part, no star and no emblem. Drawn as outlines, so that it needs no font.
 */
public final class RoundSeal implements SealDrawing {

	/** Of the drawing, before it is brought to the size of the seal; millimetres. */
	private static final float DIAMETER = 42;

	private static final double RIM = 1.2;

	/** Between rim and letters. */
	private static final double MARGIN = 1.3;

	private static final double TALLEST = 6.2;

	private static final double SHORTEST = 2.6;

	/** No letter is narrower than this part of its height. */
	private static final double NARROWEST = 0.62;

	private static final double WIDEST_PITCH = Math.toRadians(34);

	/** A long name leaves a quarter of the rim free below. */
	private static final double LONGEST_SWEEP = Math.toRadians(272);

	private static final double SPACING = 1.12;

	/** Up to here a name leaves the lower half free. */
	private static final int SHORT_NAME = 9;

	private static final Below SHORT = new Below(4, -14.6);

	private static final Below LONG = new Below(3.4, -15.3);

	private static final double POINTS = 72 / 25.4;

	private final String name;

	private final String below;

	private final float diameter;

	/**
	 * @param name along the rim
	 * @param below in the lower part, where name and date on the document leave it
	 * readable
	 * @param diameter millimetres
	 */
	public RoundSeal(String name, String below, float diameter) {
		this.name = name;
		this.below = below;
		this.diameter = diameter;
	}

	/** Size of the words in the lower part, and how high they stand. */
	private record Below(double letter, double height) {
	}

	@Override
	public float diameter() {
		return this.diameter;
	}

	@Override
	public void draw(PDDocument document, PDPageContentStream page, float x, float y) throws IOException {
		page.saveGraphicsState();
		page.setNonStrokingColor(0.86f, 0.12f, 0.12f);
		double scale = POINTS * this.diameter / DIAMETER;
		AffineTransform place = new AffineTransform(scale, 0, 0, scale, x, y);
		fill(page, rim(), place, true);
		Path2D letters = new Path2D.Double();
		addName(letters);
		addBelow(letters);
		fill(page, letters, place, false);
		page.restoreGraphicsState();
	}

	private static Path2D rim() {
		double outer = DIAMETER / 2;
		double inner = outer - RIM;
		Path2D ring = new Path2D.Double(new Ellipse2D.Double(-outer, -outer, DIAMETER, DIAMETER));
		ring.append(new Ellipse2D.Double(-inner, -inner, 2 * inner, 2 * inner), false);
		return ring;
	}

	/** From the left over the top to the right, each letter standing on the middle. */
	private void addName(Path2D letters) throws IOException {
		int[] signs = this.name.codePoints().toArray();
		double pitch = signs.length < 2 ? 0 : Math.min(WIDEST_PITCH, LONGEST_SWEEP / (signs.length - 1));
		double height = height(pitch);
		double radius = DIAMETER / 2 - RIM - MARGIN - height / 2;
		double width = signs.length < 2 ? height : Math.min(height, pitch * radius / SPACING);
		for (int at = 0; at < signs.length; at++) {
			double turn = pitch * ((signs.length - 1) / 2.0 - at);
			AffineTransform place = AffineTransform.getRotateInstance(turn);
			place.translate(0, radius);
			place.scale(width, height);
			letters.append(Outlines.of(signs[at]).getPathIterator(place), false);
		}
	}

	/** As tall as letters of that pitch can be without becoming too narrow. */
	private static double height(double pitch) {
		double height = TALLEST;
		while (pitch > 0 && height > SHORTEST
				&& pitch * (DIAMETER / 2 - RIM - MARGIN - height / 2) / SPACING < NARROWEST * height) {
			height -= 0.1;
		}
		return height;
	}

	private void addBelow(Path2D letters) throws IOException {
		int[] signs = this.below.codePoints().toArray();
		Below size = this.name.codePointCount(0, this.name.length()) <= SHORT_NAME ? SHORT : LONG;
		for (int at = 0; at < signs.length; at++) {
			AffineTransform place = AffineTransform
				.getTranslateInstance((at - (signs.length - 1) / 2.0) * size.letter() * SPACING, size.height());
			place.scale(size.letter(), size.letter());
			letters.append(Outlines.of(signs[at]).getPathIterator(place), false);
		}
	}

	private static void fill(PDPageContentStream page, Path2D path, AffineTransform place, boolean ring)
			throws IOException {
		double[] at = new double[6];
		double[] last = new double[2];
		for (PathIterator steps = path.getPathIterator(place); !steps.isDone(); steps.next()) {
			step(page, steps.currentSegment(at), at, last);
		}
		if (ring) {
			page.fillEvenOdd();
		}
		else {
			page.fill();
		}
	}

	/** PDF has no quadratic curves. */
	private static void step(PDPageContentStream page, int kind, double[] at, double[] last) throws IOException {
		switch (kind) {
			case PathIterator.SEG_MOVETO -> page.moveTo((float) at[0], (float) at[1]);
			case PathIterator.SEG_LINETO -> page.lineTo((float) at[0], (float) at[1]);
			case PathIterator.SEG_QUADTO -> page.curveTo((float) (last[0] + 2 * (at[0] - last[0]) / 3),
					(float) (last[1] + 2 * (at[1] - last[1]) / 3), (float) (at[2] + 2 * (at[0] - at[2]) / 3),
					(float) (at[3] + 2 * (at[1] - at[3]) / 3), (float) at[2], (float) at[3]);
			case PathIterator.SEG_CUBICTO ->
				page.curveTo((float) at[0], (float) at[1], (float) at[2], (float) at[3], (float) at[4], (float) at[5]);
			default -> page.closePath();
		}
		int end = switch (kind) {
			case PathIterator.SEG_QUADTO -> 2;
			case PathIterator.SEG_CUBICTO -> 4;
			default -> 0;
		};
		if (kind != PathIterator.SEG_CLOSE) {
			last[0] = at[end];
			last[1] = at[end + 1];
		}
	}

}
