package cn.ecopark.wholefile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.ecopark.wholefile.CaseData.DocumentFile;

/**
 * Adds papers to a merged PDF: the pages of a PDF, a picture on a page, and for
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

	/**
	 * What a merged PDF may hold.
	 *
	 * @param pages in all
	 * @param bytes of papers in all
	 */
	record Bounds(int pages, long bytes) {
	}

	DocumentPages(Function<String, InputStream> contents, ArchiveWords words, Bounds bounds) {
		this.contents = contents;
		this.words = words;
		this.bounds = bounds;
	}

	/**
	 * @return how many papers have only a page that names them
	 */
	int notes() {
		return this.notes;
	}

	void append(DocumentFile paper, PDDocument target, TextPages text) throws IOException {
		String reason = reason(paper, target);
		if (reason == null) {
			return;
		}
		this.notes++;
		text.begin();
		text.title(paper.type().label());
		text.words(this.words.text("wholefile.pdf.version", String.valueOf(paper.version()), paper.fileName()));
		CaseData.Named unit = paper.unit();
		text.meta(paper.by() + " " + (unit == null ? "" : unit.label() + " ") + this.words.moment(paper.at()));
		text.space(12);
		text.words(this.words.text("wholefile.pdf.note." + reason));
		text.pair(this.words.text("wholefile.pdf.place"), paper.path());
		text.pair("SHA-256", paper.sha256());
		text.close();
	}

	/**
	 * @return why its pages are not there; null when they are
	 */
	private @Nullable String reason(DocumentFile paper, PDDocument target) throws IOException {
		boolean picture = paper.mediaType().startsWith("image/");
		if (!picture && !"application/pdf".equals(paper.mediaType())) {
			return "office";
		}
		this.bytes += paper.size();
		if (this.bytes > this.bounds.bytes() || target.getNumberOfPages() >= this.bounds.pages()) {
			return "too-much";
		}
		Path file = Files.createTempFile("paper", ".part");
		try {
			fetch(paper, file);
			if (picture) {
				PicturePage.append(file.toFile(), paper.mediaType(), target);
			}
			else {
				pdf(file.toFile(), target);
			}
			return null;
		}
		catch (CleanPages.TooManyPages many) {
			return "too-much";
		}
		catch (IOException damaged) {
			LOG.info("DocumentFile {} stands in a merged PDF by name only: {}", paper.id(), damaged.toString());
			return "damaged";
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private void pdf(File file, PDDocument target) throws IOException {
		int left = this.bounds.pages() - target.getNumberOfPages();
		new CleanPages(Math.min(MOST_PAGES_OF_ONE, left)).append(file, target);
	}

	private void fetch(DocumentFile paper, Path file) throws IOException {
		try (InputStream in = this.contents.apply(paper.sha256())) {
			Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

}
