package cn.ecopark.reading;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads PDF in one pass over its pages. A page that cannot be read, or takes too long, is
 * left without text and the next one is read.
 */
final class PdfPageReader implements PageReader {

	private static final Logger LOG = LoggerFactory.getLogger(PdfPageReader.class);

	private static final long SCRATCH_IN_MEMORY = 32L << 20;

	private final Duration longestPage;

	PdfPageReader(Duration longestPage) {
		this.longestPage = longestPage;
	}

	@Override
	public void read(Path file, int from, Pages pages) throws IOException {
		try (PDDocument document = open(file)) {
			pages.count(document.getNumberOfPages());
			Stripper stripper = new Stripper(document, pages, this.longestPage.toNanos(), from);
			while (!stripper.isDone()) {
				stripper.readOn();
			}
		}
	}

	private static PDDocument open(Path file) throws IOException {
		try {
			return Loader.loadPDF(new RandomAccessReadBufferedFile(file.toFile()), "", null, null,
					MemoryUsageSetting.setupMixed(SCRATCH_IN_MEMORY).streamCache);
		}
		catch (InvalidPasswordException locked) {
			throw new UnreadableDocument("encrypted", locked);
		}
		catch (IOException | RuntimeException broken) {
			throw new UnreadableDocument("damaged", broken);
		}
	}

	/** Hands over each page when its end is reached. */
	private static final class Stripper extends PDFTextStripper {

		/** Looking at the clock takes longer than most operators. */
		private static final int LOOK_EVERY = 256;

		private final PDDocument document;

		private final Pages pages;

		private final long longest;

		private final StringWriter out = new StringWriter();

		private int next;

		private boolean handingOver;

		private long began;

		private int operators;

		Stripper(PDDocument document, Pages pages, long longest, int next) {
			this.document = document;
			this.pages = pages;
			this.longest = longest;
			this.next = next;
		}

		boolean isDone() {
			return this.next > this.document.getNumberOfPages();
		}

		/** Reads to the end, or to the next page that cannot be read. */
		void readOn() throws IOException {
			setStartPage(this.next);
			try {
				writeText(this.document, this.out);
				handOver(this.document.getNumberOfPages() + 1, "");
			}
			catch (IOException | RuntimeException broken) {
				if (this.handingOver) {
					throw broken;
				}
				LOG.info("Page {} of a paper is left without text: {}", getCurrentPageNo(), broken.toString());
				this.out.getBuffer().setLength(0);
				handOver(Math.max(this.next, getCurrentPageNo()) + 1, "");
			}
		}

		@Override
		protected void startPage(PDPage page) {
			this.began = System.nanoTime();
		}

		@Override
		protected void endPage(PDPage page) throws IOException {
			String text = this.out.toString();
			this.out.getBuffer().setLength(0);
			handOver(getCurrentPageNo(), "");
			handOver(getCurrentPageNo() + 1, text);
		}

		/** The last of the pages up to that one has this text, those before have none. */
		private void handOver(int end, String text) throws IOException {
			this.handingOver = true;
			for (; this.next < end; this.next++) {
				this.pages.add(PageText.of(this.next, text));
			}
			this.handingOver = false;
		}

		@Override
		protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
			if (++this.operators % LOOK_EVERY == 0 && System.nanoTime() - this.began > this.longest) {
				throw new PageTakesTooLong();
			}
			super.processOperator(operator, operands);
		}

		/** Operators that fail with an exception of input and output are passed over. */
		@Override
		protected void operatorException(Operator operator, List<COSBase> operands, IOException failed)
				throws IOException {
			if (failed instanceof PageTakesTooLong) {
				throw failed;
			}
			super.operatorException(operator, operands, failed);
		}

	}

	/** A page is so intricate that nobody waits for it. */
	private static final class PageTakesTooLong extends IOException {

	}

}
