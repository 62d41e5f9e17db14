package cn.ecopark.gate.painting;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws pages with all their pictures or not at all: two pages on which nobody could read
 * a picture would else look alike.
 */
final class WholePages extends PDFRenderer {

	WholePages(PDDocument document) {
		super(document);
	}

	@Override
	protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
		return new WholePage(parameters);
	}

	private static final class WholePage extends PageDrawer {

		/** Operators that draw pictures. */
		private static final Set<String> PICTURES = Set.of(OperatorName.DRAW_OBJECT, OperatorName.BEGIN_INLINE_IMAGE);

		WholePage(PageDrawerParameters parameters) throws IOException {
			super(parameters);
		}

		@Override
		protected void operatorException(Operator operator, List<COSBase> operands, IOException failed)
				throws IOException {
			if (PICTURES.contains(operator.getName())) {
				throw failed;
			}
			super.operatorException(operator, operands, failed);
		}

	}

}
