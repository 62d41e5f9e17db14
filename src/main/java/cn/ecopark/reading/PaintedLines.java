package cn.ecopark.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;

import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;

import cn.ecopark.shared.Sha256;

/**
 * What a page paints besides its words and its pictures: lines, areas, and small pictures
 * that stand in the drawing itself. Words are compared as words; where they stand is not
 * compared.
 */
final class PaintedLines {

	/** Where a line is, in which colour and how thick. */
	private static final Set<String> PREPARE = Set.of(OperatorName.CONCAT, OperatorName.MOVE_TO, OperatorName.LINE_TO,
			OperatorName.CURVE_TO, OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT,
			OperatorName.CURVE_TO_REPLICATE_FINAL_POINT, OperatorName.CLOSE_PATH, OperatorName.APPEND_RECT,
			OperatorName.SET_LINE_WIDTH, OperatorName.SET_LINE_DASHPATTERN, OperatorName.STROKING_COLOR,
			OperatorName.STROKING_COLOR_N, OperatorName.STROKING_COLOR_RGB, OperatorName.STROKING_COLOR_CMYK,
			OperatorName.STROKING_COLOR_GRAY, OperatorName.NON_STROKING_COLOR, OperatorName.NON_STROKING_COLOR_N,
			OperatorName.NON_STROKING_RGB, OperatorName.NON_STROKING_CMYK, OperatorName.NON_STROKING_GRAY);

	private static final Set<String> PAINT = Set.of(OperatorName.STROKE_PATH, OperatorName.CLOSE_AND_STROKE,
			OperatorName.FILL_NON_ZERO, OperatorName.LEGACY_FILL_NON_ZERO, OperatorName.FILL_EVEN_ODD,
			OperatorName.FILL_NON_ZERO_AND_STROKE, OperatorName.FILL_EVEN_ODD_AND_STROKE,
			OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE, OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE,
			OperatorName.SHADING_FILL, OperatorName.BEGIN_INLINE_IMAGE);

	/** A path that only bounds what is painted later, and the end of words. */
	private static final Set<String> DROP = Set.of(OperatorName.ENDPATH, OperatorName.END_TEXT);

	private final MessageDigest digest = Sha256.digest();

	private final StringBuilder prepared = new StringBuilder();

	private final StringBuilder operands = new StringBuilder();

	private PaintedLines() {
	}

	/**
	 * @return equal where the same is painted; the same for all that paint none
	 * @throws IOException if the drawing cannot be read
	 */
	static String digest(PDContentStream drawing) throws IOException {
		PaintedLines lines = new PaintedLines();
		PDFStreamParser parser = new PDFStreamParser(drawing);
		for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
			if (token instanceof Operator operator) {
				lines.take(operator);
			}
			else {
				lines.operands.append(token).append(' ');
			}
		}
		return HexFormat.of().formatHex(lines.digest.digest(), 0, 12);
	}

	private void take(Operator operator) {
		String name = operator.getName();
		if (PREPARE.contains(name) || PAINT.contains(name)) {
			this.prepared.append(this.operands).append(name).append(' ');
		}
		if (PAINT.contains(name)) {
			this.digest.update(this.prepared.toString().getBytes(StandardCharsets.UTF_8));
			if (operator.getImageData() != null) {
				this.digest.update(operator.getImageData());
			}
		}
		if (PAINT.contains(name) || DROP.contains(name)) {
			this.prepared.setLength(0);
		}
		this.operands.setLength(0);
	}

}
