package cn.ecopark.wholefile;

import java.io.File;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/**
 * Takes over the pages of a PDF as they look when it is opened: their content, the state
 * of its layers and what is drawn in their annotations, no links, actions, fields or
 * scripts. Whatever a PDF is like, the document it is added to stays whole.
 */
final class CleanPages {

	private static final COSName[] KEPT = { COSName.CONTENTS, COSName.GROUP, COSName.USER_UNIT };

	private static final int HIDDEN_OR_NOT_SHOWN = 2 | 32;

	private static final int PRINTED = 4;

	private final int most;

	private final Set<Lost> lost = EnumSet.noneOf(Lost.class);

	/** What a PDF has that is not taken over. */
	enum Lost {

		LINKS, NOTES, SIGNATURES, BOOKMARKS

	}

	/**
	 * @param most pages that are taken of one PDF
	 */
	CleanPages(int most) {
		this.most = most;
	}

	/** A PDF has more pages than are taken. */
	static final class TooManyPages extends IOException {

		TooManyPages(int pages) {
			super(pages + " pages");
		}

	}

	/**
	 * @return what was not taken over
	 */
	Set<Lost> lost() {
		return this.lost;
	}

	/**
	 * @throws IOException when it cannot be read; nothing was added then
	 */
	void append(File file, PDDocument target) throws IOException {
		int before = target.getNumberOfPages();
		try (PDDocument source = Loader.loadPDF(file, IOUtils.createTempFileOnlyStreamCache());
				PDDocument clean = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
			if (source.getNumberOfPages() > this.most) {
				throw new TooManyPages(source.getNumberOfPages());
			}
			for (PDPage page : source.getPages()) {
				clean.addPage(clean(page));
			}
			if (clean.getNumberOfPages() == 0) {
				throw new IOException("No pages");
			}
			takeLayers(source, clean);
			if (source.getDocumentCatalog().getDocumentOutline() != null) {
				this.lost.add(Lost.BOOKMARKS);
			}
			new PDFMergerUtility().appendDocument(target, clean);
		}
		// Odd graphs may be deeper than the stack.
		catch (RuntimeException | StackOverflowError odd) {
			takeBack(target, before);
			throw new IOException("The PDF cannot be taken over", odd);
		}
		catch (IOException damaged) {
			takeBack(target, before);
			throw damaged;
		}
	}

	private static void takeBack(PDDocument target, int pages) {
		while (target.getNumberOfPages() > pages) {
			target.removePage(target.getNumberOfPages() - 1);
		}
	}

	/** Layers are on or off as they are when the PDF is opened. */
	private static void takeLayers(PDDocument source, PDDocument clean) {
		PDOptionalContentProperties layers = source.getDocumentCatalog().getOCProperties();
		if (layers == null) {
			return;
		}
		COSArray all = new COSArray();
		COSArray off = new COSArray();
		for (PDOptionalContentGroup group : layers.getOptionalContentGroups()) {
			all.add(group.getCOSObject());
			if (!layers.isGroupEnabled(group)) {
				off.add(group.getCOSObject());
			}
		}
		COSDictionary state = new COSDictionary();
		state.setItem(COSName.BASE_STATE, COSName.ON);
		state.setItem(COSName.OFF, off);
		COSDictionary properties = new COSDictionary();
		properties.setItem(COSName.OCGS, all);
		properties.setItem(COSName.D, state);
		clean.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, properties);
	}

	private PDPage clean(PDPage page) {
		COSDictionary from = page.getCOSObject();
		PDPage clean = new PDPage(page.getMediaBox());
		for (COSName key : KEPT) {
			COSBase value = from.getDictionaryObject(key);
			if (value != null) {
				clean.getCOSObject().setItem(key, value);
			}
		}
		PDResources resources = page.getResources();
		if (resources != null) {
			clean.setResources(resources);
		}
		clean.setCropBox(page.getCropBox());
		clean.setRotation(page.getRotation());
		COSArray marks = marks(from.getCOSArray(COSName.ANNOTS));
		if (marks.size() > 0) {
			clean.getCOSObject().setItem(COSName.ANNOTS, marks);
		}
		return clean;
	}

	private COSArray marks(@Nullable COSArray annotations) {
		COSArray marks = new COSArray();
		for (int at = 0; annotations != null && at < annotations.size(); at++) {
			if (annotations.getObject(at) instanceof COSDictionary annotation && isShown(annotation)) {
				note(annotation);
				if (drawn(annotation) instanceof COSStream drawing) {
					marks.add(mark(annotation, drawing));
				}
			}
		}
		return marks;
	}

	private void note(COSDictionary annotation) {
		COSName kind = annotation.getCOSName(COSName.SUBTYPE);
		if (COSName.LINK.equals(kind)) {
			this.lost.add(Lost.LINKS);
		}
		else if (COSName.SIG.equals(annotation.getCOSName(COSName.FT))) {
			this.lost.add(Lost.SIGNATURES);
		}
		else if (!COSName.WIDGET.equals(kind)
				&& (annotation.containsKey(COSName.CONTENTS) || !(drawn(annotation) instanceof COSStream))) {
			this.lost.add(Lost.NOTES);
		}
	}

	private static boolean isShown(COSDictionary annotation) {
		return (annotation.getInt(COSName.F, 0) & HIDDEN_OR_NOT_SHOWN) == 0
				&& annotation.getCOSArray(COSName.RECT) != null
				&& !COSName.POPUP.equals(annotation.getCOSName(COSName.SUBTYPE));
	}

	/** The drawing of its present state. */
	private static @Nullable COSBase drawn(COSDictionary annotation) {
		COSDictionary appearance = annotation.getCOSDictionary(COSName.AP);
		COSBase normal = appearance == null ? null : appearance.getDictionaryObject(COSName.N);
		if (normal instanceof COSDictionary states && !(normal instanceof COSStream)) {
			COSName state = annotation.getCOSName(COSName.AS);
			return state == null ? null : states.getDictionaryObject(state);
		}
		return normal;
	}

	private static COSDictionary mark(COSDictionary annotation, COSStream drawing) {
		COSDictionary appearance = new COSDictionary();
		appearance.setItem(COSName.N, drawing);
		COSDictionary mark = new COSDictionary();
		mark.setItem(COSName.TYPE, COSName.ANNOT);
		mark.setItem(COSName.SUBTYPE, COSName.getPDFName("Stamp"));
		mark.setItem(COSName.RECT, annotation.getCOSArray(COSName.RECT));
		mark.setItem(COSName.AP, appearance);
		mark.setInt(COSName.F, PRINTED);
		COSBase layer = annotation.getItem(COSName.OC);
		if (layer != null) {
			mark.setItem(COSName.OC, layer);
		}
		return mark;
	}

}
