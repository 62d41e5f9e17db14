package cn.ecopark.gate.judging;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;

/**
 * Follows the references of a PDF from its pages on, and so learns on which page a danger
 * is. Every object was looked at before; here a limit to the effort does no harm.
 */
final class PdfWalk {

	private static final int MOST = 150_000;

	/** Lead back up, to other pages, or to a tree that is as large as the whole text. */
	private static final Set<String> NOT_FOLLOWED = Set.of("Parent", "P", "Pg", "B", "StructTreeRoot", "Prev");

	private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Map<String, Integer> found = new LinkedHashMap<>();

	/**
	 * @return each danger with its page, or with 0 if it belongs to none
	 */
	static Map<String, Integer> dangers(COSDictionary trailer, List<COSDictionary> pages) {
		PdfWalk walk = new PdfWalk();
		for (int index = 0; index < pages.size(); index++) {
			walk.from(pages.get(index), index + 1);
		}
		walk.from(trailer, 0);
		return walk.found;
	}

	private void from(COSDictionary start, int page) {
		Deque<COSBase> open = new ArrayDeque<>();
		open.push(start);
		while (!open.isEmpty() && this.seen.size() < MOST) {
			COSBase object = open.pop();
			if (!this.seen.add(object)) {
				continue;
			}
			if (object instanceof COSObject reference) {
				follow(reference, open);
			}
			else if (object instanceof COSArray array) {
				array.forEach((value) -> push(value, open));
			}
			else if (object instanceof COSDictionary dictionary) {
				judge(dictionary, page);
				expand(dictionary, open);
			}
		}
	}

	private static void follow(COSObject reference, Deque<COSBase> open) {
		COSBase object = reference.getObject();
		if (object != null && !isPage(object)) {
			open.push(object);
		}
	}

	private static boolean isPage(COSBase object) {
		COSBase type = (object instanceof COSDictionary dictionary) ? dictionary.getDictionaryObject(COSName.TYPE)
				: null;
		return COSName.PAGE.equals(type) || COSName.PAGES.equals(type);
	}

	private static void expand(COSDictionary dictionary, Deque<COSBase> open) {
		for (Entry<COSName, COSBase> entry : dictionary.entrySet()) {
			if (!NOT_FOLLOWED.contains(entry.getKey().getName())) {
				push(entry.getValue(), open);
			}
		}
	}

	private static void push(COSBase value, Deque<COSBase> open) {
		if (value instanceof COSObject || value instanceof COSArray || value instanceof COSDictionary) {
			open.push(value);
		}
	}

	private void judge(COSDictionary dictionary, int page) {
		boolean stream = dictionary instanceof COSStream;
		PdfDangers.judge(dictionary, stream, (code) -> this.found.putIfAbsent(code, page));
		if (stream && PdfPictures.isPicture(dictionary) && PdfPictures.isFlood(dictionary)) {
			this.found.putIfAbsent(PdfStreams.PIXELS, page);
		}
	}

}
