package cn.ecopark.typesetting;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * What the parts of a document are, for those who hear it: headings, paragraphs, tables
 * with their heads, in the order of reading (ISO 32000-1, 14.7 and 14.8; ISO 14289-1).
 */
final class Structure {

	private static final COSName COLUMN_SPAN = COSName.getPDFName("ColSpan");

	private static final COSName SCOPE = COSName.getPDFName("Scope");

	private final PDDocument document;

	private final PDStructureTreeRoot root = new PDStructureTreeRoot();

	private final PDStructureElement whole;

	/** By page, its parts in the order of their numbers. */
	private final Map<PDPage, COSArray> parts = new IdentityHashMap<>();

	private final Map<Integer, COSArray> byKey = new LinkedHashMap<>();

	Structure(PDDocument document) {
		this.document = document;
		this.whole = new PDStructureElement("Document", this.root);
		this.root.appendKid(this.whole);
	}

	/** What a part of the text is. */
	enum Role {

		/** The title, of the document or of an attachment. */
		TITLE("H1"),
		/** 一、 */
		FIRST_HEADING("H2"),
		/** （一） and lower ones. */
		SECOND_HEADING("H3"), PARAGRAPH("P"), TABLE("Table"), ROW("TR"), HEAD("TH"), CELL("TD"), FIGURE("Figure");

		private final String tag;

		Role(String tag) {
			this.tag = tag;
		}

	}

	/** A part of the document; its contents are drawn later. */
	record Part(PDStructureElement element) {

		/** Says in words what is drawn. */
		Part described(String words) {
			this.element.setAlternateDescription(words);
			return this;
		}

		/**
		 * @param scope {@code Column} or {@code Row}: what the cell is the head of
		 */
		Part headOf(String scope) {
			attributes().setName(SCOPE, scope);
			return this;
		}

		Part across(int columns) {
			if (columns > 1) {
				attributes().setInt(COLUMN_SPAN, columns);
			}
			return this;
		}

		private COSDictionary attributes() {
			COSDictionary known = this.element.getCOSObject().getCOSDictionary(COSName.A);
			if (known != null) {
				return known;
			}
			COSDictionary attributes = new COSDictionary();
			attributes.setItem(COSName.O, COSName.getPDFName("Table"));
			this.element.getCOSObject().setItem(COSName.A, attributes);
			return attributes;
		}

	}

	/** The next part of the document. */
	Part add(Role role) {
		return add(this.whole, role);
	}

	/** The next part of that part. */
	Part add(Part parent, Role role) {
		return add(parent.element(), role);
	}

	private static Part add(PDStructureNode parent, Role role) {
		PDStructureElement element = new PDStructureElement(role.tag, parent);
		parent.appendKid(element);
		return new Part(element);
	}

	/**
	 * @return the number under which the next thing drawn on that page belongs to the
	 * part
	 */
	int mark(Part part, PDPage page) {
		COSArray here = this.parts.computeIfAbsent(page, (key) -> begin(page));
		int number = here.size();
		here.add(part.element());
		PDMarkedContentReference content = new PDMarkedContentReference();
		content.setPage(page);
		content.setMCID(number);
		part.element().appendKid(content);
		return number;
	}

	static COSName tag(Part part) {
		return COSName.getPDFName(part.element().getStructureType());
	}

	private COSArray begin(PDPage page) {
		COSArray here = new COSArray();
		page.setStructParents(this.byKey.size());
		// Whoever goes from field to field goes in the order of reading as well.
		page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
		this.byKey.put(this.byKey.size(), here);
		return here;
	}

	/** Adds the structure to the document; everything is drawn. */
	void close() {
		COSArray numbers = new COSArray();
		this.byKey.forEach((key, here) -> {
			numbers.add(COSInteger.get(key));
			numbers.add(here);
		});
		COSDictionary tree = new COSDictionary();
		tree.setItem(COSName.NUMS, numbers);
		this.root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
		this.root.setParentTreeNextKey(this.byKey.size());
		PDMarkInfo info = new PDMarkInfo();
		info.setMarked(true);
		this.document.getDocumentCatalog().setMarkInfo(info);
		this.document.getDocumentCatalog().setStructureTreeRoot(this.root);
	}

}
