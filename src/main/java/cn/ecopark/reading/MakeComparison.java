package cn.ecopark.reading;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.background.Attempt;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.Retry;
import cn.ecopark.background.WorkKind;
import cn.ecopark.content.WorkingCopies;
import cn.ecopark.gate.FileType;
import cn.ecopark.gate.PagePainter;
import cn.ecopark.reading.Comparisons.Contents;

/**
 * Compares two contents in the background, one pair at a time, so that however large they
 * are nobody's request waits for it and no more than that is in memory.
 */
@Component
class MakeComparison implements BackgroundWork {

	/** Keys are the digests of both contents. */
	static final WorkKind COMPARING = new WorkKind("version-comparison");

	private static final Retry RETRY = new Retry(3, Duration.ofSeconds(10), 3);

	/** Characters of both contents; a page has about a thousand. */
	private static final long MOST_CHARACTERS = 40_000_000;

	private final DocumentTexts texts;

	private final WorkingCopies copies;

	private final Comparisons comparisons;

	MakeComparison(DocumentTexts texts, WorkingCopies copies, Comparisons comparisons) {
		this.texts = texts;
		this.copies = copies;
		this.comparisons = comparisons;
	}

	@Override
	public WorkKind kind() {
		return COMPARING;
	}

	@Override
	public Retry retry() {
		return RETRY;
	}

	@Override
	public void carryOut(String key, Attempt attempt) throws IOException {
		Contents contents = Contents.of(key);
		if (this.texts.characters(contents.left()) + this.texts.characters(contents.right()) > MOST_CHARACTERS) {
			this.comparisons.end(contents, Comparisons.State.TOO_LARGE);
			return;
		}
		try (PagePainter painter = new PagePainter();
				Side left = new Side(contents.left(), painter);
				Side right = new Side(contents.right(), painter)) {
			List<String> leftDigests = left.digests(attempt);
			List<String> rightDigests = right.digests(attempt);
			TextComparison.Found found = TextComparison.of(left.pages, leftDigests, right.pages, rightDigests);
			PictureComparison pictures = new PictureComparison(left.pictures, right.pictures);
			boolean oneFile = contents.left().equals(contents.right());
			List<PagePair> pairs = new ArrayList<>();
			for (PagePair pair : found.pairs()) {
				attempt.goOn();
				Integer one = pair.left();
				Integer other = pair.right();
				pairs.add(!oneFile && one != null && other != null && readsAlike(pair)
						? pictures.compared(pair, digest(leftDigests, one), digest(rightDigests, other)) : pair);
			}
			this.comparisons.keep(contents, pairs, found.passages());
		}
	}

	/** Whether only pictures can tell the two pages apart. */
	private static boolean readsAlike(PagePair pair) {
		return pair.change() == PagePair.Change.SAME || pair.change() == PagePair.Change.MOVED
				&& pair.leftText().stream().noneMatch(PagePair.Passage::changed);
	}

	private static String digest(List<String> digests, Integer page) {
		return digests.get(page - 1);
	}

	@Override
	public void giveUp(String key) {
		this.comparisons.end(Contents.of(key), Comparisons.State.FAILED);
	}

	@Override
	public void takeUp(String key) {
		this.comparisons.takeUp(Contents.of(key));
	}

	/** One of the two contents. */
	private final class Side implements AutoCloseable {

		private final List<PageText> pages;

		private final WorkingCopies.Copy copy;

		private final PagePictures pictures;

		Side(String sha256, PagePainter painter) throws IOException {
			this.pages = MakeComparison.this.texts.pages(sha256);
			this.copy = MakeComparison.this.copies.open(sha256);
			try {
				this.pictures = MakeComparison.this.texts.isOfType(sha256, FileType.PDF.mediaType())
						? PagePictures.of(this.copy.file(), painter) : PagePictures.none(this.copy.file(), painter);
			}
			catch (IOException | RuntimeException failed) {
				this.copy.close();
				throw failed;
			}
		}

		List<String> digests(Attempt attempt) {
			List<String> digests = new ArrayList<>();
			for (PageText page : this.pages) {
				attempt.goOn();
				digests.add(this.pictures.digest(page.number(), page.text().isBlank()));
			}
			return digests;
		}

		@Override
		public void close() throws IOException {
			this.pictures.close();
			this.copy.close();
		}

	}

}
