package cn.ecopark.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.content.ContentStore;
import cn.ecopark.gate.FileType;
import cn.ecopark.reading.PageReader.UnreadableDocument;
import cn.ecopark.reading.ReadingQueue.ClaimEnded;
import cn.ecopark.reading.ReadingQueue.Claimed;

/** Reads the text of the next paper that waits for it. */
@Component
class ReadText {

	private static final Logger LOG = LoggerFactory.getLogger(ReadText.class);

	private static final Duration LEASE = Duration.ofMinutes(2);

	/** Less than the lease, so that a claim never ends while a page is being read. */
	private static final Duration LONGEST_PAGE = Duration.ofSeconds(30);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

	private static final int ATTEMPTS = 4;

	private static final int PAGES_AT_ONCE = 25;

	private static final Map<String, PageReader> READERS = Map.of(FileType.PDF.mediaType(),
			new PdfPageReader(LONGEST_PAGE), FileType.DOCX.mediaType(), new WordPageReader());

	private final ReadingQueue queue;

	private final ContentStore store;

	ReadText(ReadingQueue queue, ContentStore store) {
		this.queue = queue;
		this.store = store;
	}

	/** The types of file that have text. */
	static List<String> types() {
		return List.copyOf(READERS.keySet());
	}

	/**
	 * @param stopping asked after each page; what is left is put back then
	 * @return whether there was one
	 */
	boolean next(BooleanSupplier stopping) {
		Optional<Claimed> claimed = this.queue.claim(LEASE);
		claimed.ifPresent(paper -> read(paper, stopping));
		return claimed.isPresent();
	}

	private void read(Claimed paper, BooleanSupplier stopping) {
		try {
			readPages(paper, stopping);
			this.queue.finish(paper);
		}
		catch (ClaimEnded another) {
			LOG.info("The text of {} is read by another", paper.sha256());
		}
		catch (Stopped stopped) {
			this.queue.putBack(paper, Duration.ZERO, false);
		}
		catch (UnreadableDocument unreadable) {
			LOG.info("There is no text in {}: {}", paper.sha256(), unreadable.toString());
			this.queue.giveUp(paper, unreadable.reason());
		}
		catch (IOException | RuntimeException failed) {
			tryAgainLater(paper, failed);
		}
	}

	private void tryAgainLater(Claimed paper, Exception failed) {
		LOG.warn("The text of {} could not be read at attempt {}", paper.sha256(), paper.attempts(), failed);
		if (paper.attempts() >= ATTEMPTS) {
			this.queue.giveUp(paper, "failed");
		}
		else {
			this.queue.putBack(paper, FIRST_PAUSE.multipliedBy(1L << 2 * paper.attempts() - 2), true);
		}
	}

	private void readPages(Claimed paper, BooleanSupplier stopping) throws IOException {
		PageReader reader = READERS.get(paper.mediaType());
		if (reader == null) {
			throw new UnreadableDocument("type", new IOException(paper.mediaType()));
		}
		Path file = Files.createTempFile("reading", ".part");
		try {
			try (InputStream bytes = this.store.open(paper.sha256())) {
				Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
			}
			Gathering gathering = new Gathering(paper, stopping);
			reader.read(file, paper.done() + 1, gathering);
			gathering.keep();
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	/** The application ends. */
	private static final class Stopped extends RuntimeException {

	}

	/** Pages on their way into the database, some at once. */
	private final class Gathering implements PageReader.Pages {

		private final Claimed paper;

		private final BooleanSupplier stopping;

		private final List<PageText> gathered = new ArrayList<>();

		private int count;

		private long kept = System.nanoTime();

		Gathering(Claimed paper, BooleanSupplier stopping) {
			this.paper = paper;
			this.stopping = stopping;
		}

		@Override
		public void count(int pages) {
			this.count = pages;
			keep();
		}

		@Override
		public void add(PageText page) {
			this.gathered.add(page);
			boolean stop = this.stopping.getAsBoolean();
			if (stop || this.gathered.size() >= PAGES_AT_ONCE
					|| System.nanoTime() - this.kept > Duration.ofSeconds(1).toNanos()) {
				keep();
			}
			if (stop) {
				throw new Stopped();
			}
		}

		void keep() {
			ReadText.this.queue.keep(this.paper, this.gathered, this.count, LEASE);
			this.gathered.clear();
			this.kept = System.nanoTime();
		}

	}

}
