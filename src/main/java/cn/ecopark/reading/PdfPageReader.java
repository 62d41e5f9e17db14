package cn.ecopark.reading;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads PDF in one pass over its pages, as a viewer shows them: with fields and notes,
 * without layers that are switched off. An operator that cannot be carried out is passed
 * over; a page that takes too long is left without text and the next one is read.
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

		private final HiddenLayers layers;

		private final PageNotes notes;

		private final UnicodeCMaps cmaps;

		/** Whether each of the open pieces of content is on a hidden layer. */
		private final Deque<Boolean> hidden = new ArrayDeque<>();

		Stripper(PDDocument document, Pages pages, long longest, int next) {
			this.layers = HiddenLayers.of(document);
			this.notes = new PageNotes(this.layers);
			this.cmaps = new UnicodeCMaps(document.getDocument());
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
			this.hidden.clear();
		}

		/** A page whose drawing breaks off is read so far. */
		@Override
		public void processPage(PDPage page) throws IOException {
			try {
				super.processPage(page);
			}
			catch (IOException | RuntimeException broken) {
				if (this.handingOver || broken instanceof PageTakesTooLong) {
					throw broken;
				}
				LOG.info("Page {} of a paper breaks off: {}", getCurrentPageNo(), broken.toString());
				this.out.getBuffer().setLength(0);
				page.setContents(PageDrawing.without(this.document, page));
				super.processPage(page);
			}
		}

		@Override
		protected void writePage() throws IOException {
			this.hidden.clear();
			List<String> words = this.notes.read(getCurrentPage(), this::showAnnotation);
			super.writePage();
			for (String word : words) {
				writeString(word);
				writeLineSeparator();
			}
		}

		@Override
		public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
			super.beginMarkedContentSequence(tag, properties);
			this.hidden.push(COSName.OC.equals(tag) && this.layers.isHidden(properties));
		}

		@Override
		public void endMarkedContentSequence() {
			super.endMarkedContentSequence();
			this.hidden.poll();
		}

		@Override
		public void showForm(PDFormXObject form) throws IOException {
			if (!this.layers.isHidden(form.getOptionalContent())) {
				super.showForm(form);
			}
		}

		@Override
		public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
			if (!this.layers.isHidden(group.getOptionalContent())) {
				super.showTransparencyGroup(group);
			}
		}

		@Override
		protected void processTextPosition(TextPosition text) {
			if (!this.hidden.contains(true)) {
				super.processTextPosition(text);
			}
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
			try {
				if (OperatorName.SET_FONT_AND_SIZE.equals(operator.getName())) {
					completeFont(operands);
				}
				super.processOperator(operator, operands);
			}
			catch (RuntimeException broken) {
				passOver(operator, broken);
			}
		}

		private void completeFont(List<COSBase> operands) throws IOException {
			PDResources resources = getResources();
			COSDictionary fonts = resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
			if (fonts != null && !operands.isEmpty() && operands.get(0) instanceof COSName name
					&& fonts.getDictionaryObject(name) instanceof COSDictionary font) {
				this.cmaps.complete(font);
			}
		}

		/** Text in a font that cannot be had has no letters. */
		@Override
		protected void showText(byte[] codes) throws IOException {
			PDFont font = getGraphicsState().getTextState().getFont();
			if (font != null) {
				super.showText(this.cmaps.codes(font.getCOSObject(), codes));
			}
		}

		@Override
		protected void operatorException(Operator operator, List<COSBase> operands, IOException failed)
				throws IOException {
			if (failed instanceof PageTakesTooLong) {
				throw failed;
			}
			passOver(operator, failed);
		}

		private void passOver(Operator operator, Exception failed) {
			LOG.debug("Operator {} is passed over: {}", operator.getName(), failed.toString());
			if (OperatorName.SET_FONT_AND_SIZE.equals(operator.getName())) {
				getGraphicsState().getTextState().setFont(null);
			}
		}

	}

	/** A page is so intricate that nobody waits for it. */
	private static final class PageTakesTooLong extends IOException {

	}

}
