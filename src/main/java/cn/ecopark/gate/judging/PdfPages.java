package cn.ecopark.gate.judging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/** The pages of a PDF in their order, and whether their number and sizes make sense. */
final class PdfPages {

	static final String TREE = "pdf.page-tree";

	static final String TOO_MANY = "pdf.too-many-pages";

	static final String SIZE = "pdf.page-size";

	private static final int MOST = 20_000;

	private static final int DEEPEST = 60;

	/** Points; more than fifty metres. */
	private static final double LARGEST = 150_000;

	private static final COSName USER_UNIT = COSName.getPDFName("UserUnit");

	private final List<COSDictionary> pages = new ArrayList<>();

	private final Set<COSDictionary> above = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Findings findings;

	PdfPages(COSDictionary root, Findings findings) {
		this.findings = findings;
		COSDictionary tree = root.getCOSDictionary(COSName.PAGES);
		if (tree != null) {
			if (tree.getLong(COSName.COUNT) > MOST) {
				findings.add(TOO_MANY, MOST);
			}
			collect(tree, 0);
		}
		if (this.pages.isEmpty() && findings.isEmpty()) {
			findings.add("damaged");
		}
	}

	List<COSDictionary> inOrder() {
		return this.pages;
	}

	private void collect(COSDictionary node, int depth) {
		if (this.pages.size() >= MOST) {
			this.findings.add(TOO_MANY, MOST);
		}
		else if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
			if (depth > DEEPEST || !this.above.add(node)) {
				this.findings.add(TREE);
				return;
			}
			requireSize(node, this.pages.size() + 1);
			for (int at = 0; at < kids.size() && !this.findings.has(TREE) && !this.findings.has(TOO_MANY); at++) {
				if (kids.getObject(at) instanceof COSDictionary kid) {
					collect(kid, depth + 1);
				}
			}
			this.above.remove(node);
		}
		else {
			this.pages.add(node);
			requireSize(node, this.pages.size());
		}
	}

	private void requireSize(COSDictionary node, int page) {
		double unit = (node.getDictionaryObject(USER_UNIT) instanceof COSNumber number) ? number.floatValue() : 1;
		if (node.getDictionaryObject(COSName.MEDIA_BOX) instanceof COSArray box && box.size() >= 4) {
			double width = (number(box, 2) - number(box, 0)) * unit;
			double height = (number(box, 3) - number(box, 1)) * unit;
			if (!(Math.abs(width) <= LARGEST && Math.abs(height) <= LARGEST)) {
				this.findings.add(SIZE + ".page", page);
			}
		}
	}

	private static double number(COSArray box, int at) {
		COSBase value = box.getObject(at);
		return (value instanceof COSNumber number) ? number.floatValue() : 0;
	}

}
