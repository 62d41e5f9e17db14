package cn.ecopark.wholefile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

import cn.ecopark.typesetting.PlainPages;
import cn.ecopark.typesetting.PlainPages.Running;
import cn.ecopark.typesetting.Typesetter;
import cn.ecopark.wholefile.CaseData.DocumentFile;
import cn.ecopark.wholefile.Gathering.Gathered;

/**
 * The whole file as one PDF: cover, table of contents, records, the newest version of
 * every document and all official documents. What they hold is in a scratch file and not
 * in memory.
 */
final class MergedPdf {

	private final Gathered gathered;

	private final Function<String, InputStream> contents;

	private final ArchiveWords words;

	private final Typesetter typesetter;

	private final DocumentPages.Bounds bounds;

	private final Bookmarks bookmarks = new Bookmarks();

	MergedPdf(Gathered gathered, Function<String, InputStream> contents, ArchiveWords words, Typesetter typesetter,
			DocumentPages.Bounds bounds) {
		this.gathered = gathered;
		this.contents = contents;
		this.words = words;
		this.typesetter = typesetter;
		this.bounds = bounds;
	}

	/**
	 * What was made.
	 *
	 * @param notes documents that are only named
	 */
	record Made(int pages, int notes) {
	}

	/**
	 * @param progress told after each document how many of how many are done
	 */
	Made write(File file, BiConsumer<Integer, Integer> progress) throws IOException {
		try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
			PlainPages pages = this.typesetter.plainPages(document);
			records(document, pages);
			DocumentPages documents = documents(document, pages, progress);
			int front = new FrontMatter(document, pages, this.words).write(this.gathered, this.bookmarks,
					documents.lost());
			describe(document, front);
			document.save(file);
			return new Made(document.getNumberOfPages(), documents.notes());
		}
	}

	private void records(PDDocument document, PlainPages pages) throws IOException {
		new RecordPages(pages, this.words).write(this.gathered.data(),
				(title, page) -> mark(0, title, page, document.getNumberOfPages() - 1));
	}

	private DocumentPages documents(PDDocument document, PlainPages pages, BiConsumer<Integer, Integer> progress)
			throws IOException {
		List<DocumentFile> newest = newest(this.gathered.data().documents());
		DocumentPages documents = new DocumentPages(this.contents, this.words, this.bounds);
		String folder = "";
		for (int at = 0; at < newest.size(); at++) {
			progress.accept(at, newest.size());
			DocumentFile file = newest.get(at);
			int first = document.getNumberOfPages();
			documents.append(file, document, pages, new Running(title(), folderOf(file), FrontMatter::bodyPage));
			PDPage page = document.getPage(first);
			if (!folderOf(file).equals(folder)) {
				folder = folderOf(file);
				mark(0, folder, page, first);
			}
			mark(1, file.type().label(), page, first);
			mark(2, this.words.text("wholefile.pdf.version", String.valueOf(file.version()), file.fileName()), page,
					first);
		}
		progress.accept(newest.size(), newest.size());
		return documents;
	}

	private String title() {
		return title(this.gathered.data().facts());
	}

	/** Park and number of the case, as they stand at the head of each page. */
	static String title(CaseData.Facts facts) {
		return (facts.park().name() + " " + Objects.requireNonNullElse(facts.number(), "")).strip();
	}

	/**
	 * The newest version of each kind in each dossier, and all that was issued, in the
	 * order of the ZIP.
	 */
	private static List<DocumentFile> newest(List<DocumentFile> files) {
		Map<String, DocumentFile> newest = new LinkedHashMap<>();
		for (DocumentFile file : files) {
			newest.merge(file.issued() ? file.path() : file.dossier() + " " + file.type().code(), file,
					(one, other) -> other.version() >= one.version() ? other : one);
		}
		return files.stream().filter(newest::containsValue).toList();
	}

	private static String folderOf(DocumentFile file) {
		return file.path().substring(0, file.path().indexOf('/'));
	}

	private void mark(int level, String title, PDPage page, int number) {
		this.bookmarks.add(level, title, page, number);
	}

	private void describe(PDDocument document, int front) {
		List<Bookmarks.Mark> first = new ArrayList<>();
		first.add(new Bookmarks.Mark(0, this.words.text("wholefile.pdf.cover"), document.getPage(0), 0));
		first.add(new Bookmarks.Mark(0, this.words.text("wholefile.pdf.contents"), document.getPage(1), 1));
		document.getDocumentCatalog().setDocumentOutline(this.bookmarks.outline(first));
		document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
		document.getDocumentCatalog().setLanguage("zh-CN");
		PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
		preferences.setDisplayDocTitle(true);
		document.getDocumentCatalog().setViewerPreferences(preferences);
		document.getDocumentInformation().setTitle(title());
		document.getDocumentCatalog().setPageLabels(pageLabels(document, front));
		document.getDocumentCatalog().getCOSObject().removeItem(COSName.OPEN_ACTION);
	}

	private static PDPageLabels pageLabels(PDDocument document, int front) {
		PDPageLabels labels = new PDPageLabels(document);
		PDPageLabelRange before = new PDPageLabelRange();
		before.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
		labels.setLabelItem(0, before);
		PDPageLabelRange body = new PDPageLabelRange();
		body.setStyle(PDPageLabelRange.STYLE_DECIMAL);
		labels.setLabelItem(front, body);
		return labels;
	}

}
