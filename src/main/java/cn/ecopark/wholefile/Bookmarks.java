package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Where what stands in a merged PDF, in three levels. */
final class Bookmarks {

	private final List<Mark> marks = new ArrayList<>();

	/**
	 * One place.
	 *
	 * @param level from 0
	 * @param number of the page in the body, from 0
	 */
	record Mark(int level, String title, PDPage page, int number) {
	}

	void add(int level, String title, PDPage page, int number) {
		this.marks.add(new Mark(level, title, page, number));
	}

	List<Mark> marks() {
		return List.copyOf(this.marks);
	}

	/** The same as outline of the document, after these. */
	PDDocumentOutline outline(List<Mark> front) {
		PDDocumentOutline outline = new PDDocumentOutline();
		List<PDOutlineNode> open = new ArrayList<>(List.of(outline));
		List<Mark> all = new ArrayList<>(front);
		all.addAll(this.marks);
		for (Mark mark : all) {
			while (open.size() > mark.level() + 1) {
				open.remove(open.size() - 1);
			}
			PDOutlineItem item = item(mark);
			open.get(open.size() - 1).addLast(item);
			open.add(item);
		}
		outline.children().forEach(PDOutlineItem::openNode);
		outline.openNode();
		return outline;
	}

	private static PDOutlineItem item(Mark mark) {
		PDOutlineItem item = new PDOutlineItem();
		item.setTitle(mark.title());
		item.setDestination(destination(mark.page()));
		return item;
	}

	static PDPageFitWidthDestination destination(PDPage page) {
		PDPageFitWidthDestination destination = new PDPageFitWidthDestination();
		destination.setPage(page);
		destination.setTop((int) page.getCropBox().getUpperRightY());
		return destination;
	}

}
