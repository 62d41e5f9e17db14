package cn.ecopark.wholefile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.ecopark.typesetting.PlainPages;
import cn.ecopark.typesetting.PlainPages.Running;
import cn.ecopark.wholefile.CaseData.DocumentFile;

/**
 * Adds documents to a merged PDF: the pages of a PDF, a picture on a page, and for
 * everything else a page that says what it is and where the original is.
 */
final class DocumentPages {

	private static final Logger LOG = LoggerFactory.getLogger(DocumentPages.class);

	private static final int MOST_PAGES_OF_ONE = 3000;

	private final Function<String, InputStream> contents;

	private final ArchiveWords words;

	private final Bounds bounds;

	private long bytes;

	private int notes;

	private final Set<CleanPages.Lost> lost = EnumSet.noneOf(CleanPages.Lost.class);

	/**
	 * What a merged PDF may hold.
	 *
	 * @param pages in all
	 * @param bytes of documents in all
	 */
	record Bounds(int pages, long bytes) {
	}

	DocumentPages(Function<String, InputStream> contents, ArchiveWords words, Bounds bounds) {
		this.contents = contents;
		this.words = words;
		this.bounds = bounds;
	}

	/**
	 * @return how many documents have only a page that names them
	 */
	int notes() {
		return this.notes;
	}

	/**
	 * @return what documents have that is not taken over
	 */
	Set<CleanPages.Lost> lost() {
		return this.lost;
	}

	void append(DocumentFile file, PDDocument target, PlainPages pages, Running running) throws IOException {
		String reason = reason(file, target);
		if (reason == null) {
			return;
		}
		this.notes++;
		CaseData.Named unit = file.unit();
		pages.begin(running);
		pages.title(file.type().label());
		pages.text(this.words.text("wholefile.pdf.note." + reason));
		pages.heading(this.words.text("wholefile.pdf.version", String.valueOf(file.version()), file.fileName()));
		pages.pair(this.words.text("wholefile.index.by"), file.by() + (unit == null ? "" : "　" + unit.label()),
				this.words.moment(file.at()));
		pages.pair(this.words.text("wholefile.pdf.place"), file.path());
		pages.pair("SHA-256", file.sha256());
		pages.end();
	}

	/**
	 * @return why its pages are not there; null when they are
	 */
	private @Nullable String reason(DocumentFile file, PDDocument target) throws IOException {
		boolean picture = file.mediaType().startsWith("image/");
		if (!picture && !"application/pdf".equals(file.mediaType())) {
			return "office";
		}
		this.bytes += file.size();
		if (this.bytes > this.bounds.bytes() || target.getNumberOfPages() >= this.bounds.pages()) {
			return "too-much";
		}
		Path content = Files.createTempFile("document", ".part");
		try {
			fetch(file, content);
			if (picture) {
				PicturePage.append(content.toFile(), file.mediaType(), target);
			}
			else {
				pdf(content.toFile(), target);
			}
			return null;
		}
		catch (CleanPages.TooManyPages many) {
			return "too-much";
		}
		catch (IOException damaged) {
			LOG.info("Document {} stands in a merged PDF by name only: {}", file.id(), damaged.toString());
			return "damaged";
		}
		finally {
			Files.deleteIfExists(content);
		}
	}

	private void pdf(File file, PDDocument target) throws IOException {
		int left = this.bounds.pages() - target.getNumberOfPages();
		CleanPages pages = new CleanPages(Math.min(MOST_PAGES_OF_ONE, left));
		pages.append(file, target);
		this.lost.addAll(pages.lost());
	}

	private void fetch(DocumentFile file, Path to) throws IOException {
		try (InputStream in = this.contents.apply(file.sha256())) {
			Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

}
