package cn.ecopark.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.dossier.DocumentRefusals.WrongDossier;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.reading.Comparisons.Contents;
import cn.ecopark.reading.Comparisons.KeptComparison;

/**
 * Compares two versions of documents of one dossier page by page: by their words, and by
 * their pictures where the words are the same or there are none.
 */
@Component
public class CompareVersions {

	private final Documents documents;

	private final DocumentTexts texts;

	private final Comparisons comparisons;

	private final BackgroundQueue queue;

	private final Duration patience;

	CompareVersions(Documents documents, DocumentTexts texts, Comparisons comparisons, BackgroundQueue queue,
			ReadingSettings settings) {
		this.documents = documents;
		this.texts = texts;
		this.comparisons = comparisons;
		this.queue = queue;
		this.patience = settings.comparisonPatience();
	}

	/** How far it is. */
	public enum Progress {

		/** The text of one of them is not wholly read. */
		NOT_READ,
		/** It is being made. */
		MAKING,
		/** There is too much text to compare. */
		TOO_LARGE,
		/** It failed several times. */
		FAILED,
		/** It is there. */
		MADE

	}

	/**
	 * The comparison.
	 *
	 * @param pages none unless it is made
	 * @param passages number of passages that differ
	 * @param unlisted pages that differ and are not among the pages, as there are too
	 * many
	 */
	public record Comparison(DocumentVersion left, DocumentVersion right, Progress progress, List<PagePair> pages,
			int passages, int unlisted) {

		public boolean made() {
			return this.progress == Progress.MADE;
		}

		public long count(PagePair.Change change) {
			return this.pages.stream().filter(pair -> pair.change() == change).count();
		}

		/**
		 * @return whether all pages are the same, their pictures byte by byte
		 */
		public boolean same() {
			return this.unlisted == 0 && this.pages.stream().allMatch(pair -> pair.change() == PagePair.Change.SAME);
		}

	}

	/**
	 * @param one either of the two; the one handed in earlier is put left
	 * @throws cn.ecopark.shared.Refusal when the reader may not open both, or they are of
	 * different dossiers
	 */
	public Comparison compare(long one, long other, Actor reader) {
		List<DocumentVersion> both = new ArrayList<>(
				List.of(this.documents.get(one, reader), this.documents.get(other, reader)));
		both.sort(Comparator.comparingLong(DocumentVersion::id));
		DocumentVersion left = both.get(0);
		DocumentVersion right = both.get(1);
		if (!Objects.equals(left.dossierId(), right.dossierId())) {
			throw new WrongDossier();
		}
		if (!isRead(left) || !isRead(right)) {
			return new Comparison(left, right, Progress.NOT_READ, List.of(), 0, 0);
		}
		KeptComparison kept = kept(new Contents(left.sha256(), right.sha256()));
		return new Comparison(left, right, progress(kept), kept.pages(), kept.passages(), kept.unlisted());
	}

	private KeptComparison kept(Contents contents) {
		Optional<KeptComparison> kept = this.comparisons.find(contents);
		if (kept.isPresent() && kept.get().state() != Comparisons.State.WAITING) {
			return kept.get();
		}
		this.comparisons.ask(contents);
		this.queue.await(MakeComparison.COMPARING, contents.key(), this.patience);
		return this.comparisons.find(contents).orElseThrow();
	}

	private static Progress progress(KeptComparison kept) {
		return switch (kept.state()) {
			case WAITING -> Progress.MAKING;
			case TOO_LARGE -> Progress.TOO_LARGE;
			case FAILED -> Progress.FAILED;
			case MADE -> Progress.MADE;
		};
	}

	private boolean isRead(DocumentVersion document) {
		return this.texts.state(document.sha256()).filter(ReadingState::isRead).isPresent();
	}

}
