package cn.ecopark.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a page beside its own text: fields of forms, notes, stamps. What is
 * drawn is read as it is drawn; of a field or note without a drawing its words are taken.
 */
final class PageNotes {

	/** Lead elsewhere, or belong to another. */
	private static final Set<String> WITHOUT_WORDS = Set.of("Link", "Popup");

	private static final COSName WIDGET = COSName.getPDFName("Widget");

	private static final int PASSWORD = 1 << 13;

	private static final int DEEPEST = 20;

	private final HiddenLayers layers;

	PageNotes(HiddenLayers layers) {
		this.layers = layers;
	}

	/** Reads a drawing. */
	interface Reader {

		void draw(PDAnnotation annotation) throws IOException;

	}

	/**
	 * @param reader is handed what is drawn
	 * @return the words of what is not drawn
	 */
	List<String> read(PDPage page, Reader reader) throws IOException {
		List<String> words = new ArrayList<>();
		for (PDAnnotation annotation : page.getAnnotations()) {
			if (isShown(annotation)) {
				PDAppearanceStream drawing = annotation.getNormalAppearanceStream();
				if (drawing != null) {
					reader.draw(annotation);
				}
				String said = WIDGET.getName().equals(annotation.getSubtype())
						? drawing == null ? value(annotation) : null
						: drawing == null || !"FreeText".equals(annotation.getSubtype()) ? annotation.getContents()
								: null;
				if (said != null && !said.isBlank()) {
					words.add(said.strip());
				}
			}
		}
		return words;
	}

	private boolean isShown(PDAnnotation annotation) {
		return !annotation.isHidden() && !annotation.isNoView() && !WITHOUT_WORDS.contains(annotation.getSubtype())
				&& !this.layers.isHidden(annotation.getOptionalContent());
	}

	private static @Nullable String value(PDAnnotation field) {
		COSBase value = inherited(field.getCOSObject(), COSName.V);
		boolean secret = inherited(field.getCOSObject(), COSName.FF) instanceof COSInteger flags
				&& (flags.intValue() & PASSWORD) != 0;
		return value instanceof COSString text && !secret ? text.getString() : null;
	}

	private static @Nullable COSBase inherited(COSDictionary field, COSName key) {
		COSDictionary at = field;
		for (int depth = 0; at != null && depth < DEEPEST; depth++) {
			COSBase value = at.getDictionaryObject(key);
			if (value != null) {
				return value;
			}
			at = at.getCOSDictionary(COSName.PARENT);
		}
		return null;
	}

}
