package cn.ecopark.reading;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import cn.ecopark.background.Attempt;
import cn.ecopark.background.Attempt.LeftOff;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.Retry;
import cn.ecopark.background.WorkKind;
import cn.ecopark.content.WorkingCopies;
import cn.ecopark.gate.FileType;
import cn.ecopark.reading.PageReader.UnreadableDocument;
import cn.ecopark.reading.UnreadTexts.ReadMeanwhile;
import cn.ecopark.reading.UnreadTexts.Unread;

/** Reads the texts of documents. */
@Component
@EnableConfigurationProperties(ReadingSettings.class)
class ReadText implements BackgroundWork {

	/** Keys are digests of contents. */
	static final WorkKind READING = new WorkKind("text-reading");

	private static final Logger LOG = LoggerFactory.getLogger(ReadText.class);

	private static final Duration LONGEST_PAGE = Duration.ofSeconds(30);

	private static final Retry RETRY = new Retry(4, Duration.ofSeconds(10), 4);

	private static final int PAGES_AT_ONCE = 25;

	private static final Map<String, PageReader> READERS = Map.of(FileType.PDF.mediaType(),
			new PdfPageReader(LONGEST_PAGE), FileType.DOCX.mediaType(), new WordPageReader());

	private final UnreadTexts texts;

	private final WorkingCopies copies;

	private final int workers;

	ReadText(UnreadTexts texts, WorkingCopies copies, ReadingSettings settings) {
		this.texts = texts;
		this.copies = copies;
		this.workers = settings.workers();
	}

	/** The types of file that have text. */
	static List<String> types() {
		return List.copyOf(READERS.keySet());
	}

	@Override
	public WorkKind kind() {
		return READING;
	}

	@Override
	public int atOnce() {
		return this.workers;
	}

	@Override
	public Retry retry() {
		return RETRY;
	}

	@Override
	public void carryOut(String sha256, Attempt attempt) throws IOException {
		Optional<Unread> text = this.texts.find(sha256);
		if (text.isPresent()) {
			read(text.get(), attempt);
		}
	}

	private void read(Unread text, Attempt attempt) throws IOException {
		try {
			readPages(text, attempt);
			this.texts.finish(text.sha256());
		}
		catch (ReadMeanwhile another) {
			LOG.info("The text of {} was read by another meanwhile", text.sha256());
		}
		catch (UnreadableDocument unreadable) {
			attempt.goOn();
			LOG.info("There is no text in {}: {}", text.sha256(), unreadable.toString());
			this.texts.giveUp(text.sha256(), unreadable.reason());
		}
	}

	@Override
	public void giveUp(String sha256) {
		this.texts.giveUp(sha256, UnreadTexts.FAILED);
	}

	@Override
	public void takeUp(String sha256) {
		this.texts.takeUp(sha256);
	}

	private void readPages(Unread text, Attempt attempt) throws IOException {
		PageReader reader = READERS.get(text.mediaType());
		if (reader == null) {
			throw new UnreadableDocument("type", new IOException(text.mediaType()));
		}
		try (WorkingCopies.Copy copy = this.copies.open(text.sha256())) {
			Gathering gathering = new Gathering(text, attempt);
			reader.read(copy.file(), text.done() + 1, gathering);
			gathering.keep();
		}
	}

	/** Pages on their way into the database, some at once. */
	private final class Gathering implements PageReader.Pages {

		private final Unread text;

		private final Attempt attempt;

		private final List<PageText> gathered = new ArrayList<>();

		private int count;

		private long kept = System.nanoTime();

		Gathering(Unread text, Attempt attempt) {
			this.text = text;
			this.attempt = attempt;
		}

		@Override
		public void count(int pages) {
			this.count = pages;
			keep();
		}

		@Override
		public void add(PageText page) {
			if (Thread.currentThread().isInterrupted()) {
				// Perhaps it has no text for that reason only.
				throw new LeftOff();
			}
			this.gathered.add(page);
			boolean stop = this.attempt.mustEnd();
			if (stop || this.gathered.size() >= PAGES_AT_ONCE
					|| System.nanoTime() - this.kept > Duration.ofSeconds(1).toNanos()) {
				keep();
			}
			if (stop) {
				throw new LeftOff();
			}
		}

		void keep() {
			ReadText.this.texts.keep(this.text, this.gathered, this.count);
			this.gathered.clear();
			this.kept = System.nanoTime();
		}

	}

}
