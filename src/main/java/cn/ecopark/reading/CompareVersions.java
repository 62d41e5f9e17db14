package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;

import org.springframework.stereotype.Component;

import cn.ecopark.dossier.DocumentRefusals.WrongDossier;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.reading.PageAlignment.Match;
import cn.ecopark.reading.RunningText.Sentence;

/**
 * Compares two versions of documents of one dossier page by page. Their words are
 * compared as one running text, so that what merely slips over a page break counts as the
 * same.
 */
@Component
public class CompareVersions {

	/** Longer passages that differ are marked as a whole. */
	private static final int LONGEST_IN_DETAIL = 4000;

	private final Documents documents;

	private final DocumentTexts texts;

	CompareVersions(Documents documents, DocumentTexts texts) {
		this.documents = documents;
		this.texts = texts;
	}

	/**
	 * The comparison.
	 *
	 * @param read whether the text of both is wholly there; else there are no pages
	 * @param passages number of passages that differ
	 */
	public record Comparison(DocumentVersion left, DocumentVersion right, boolean read, List<PagePair> pages,
			int passages) {

		public long count(PagePair.Change change) {
			return this.pages.stream().filter(pair -> pair.change() == change).count();
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
			return new Comparison(left, right, false, List.of(), 0);
		}
		List<PagePair> pairs = new ArrayList<>();
		int passages = compare(this.texts.pages(left.sha256()), this.texts.pages(right.sha256()), pairs);
		return new Comparison(left, right, true, pairs, passages);
	}

	private boolean isRead(DocumentVersion document) {
		return this.texts.state(document.sha256()).filter(ReadingState::isRead).isPresent();
	}

	/**
	 * @param pairs takes the pages
	 * @return number of passages that differ
	 */
	static int compare(List<PageText> leftPages, List<PageText> rightPages, List<PagePair> pairs) {
		RunningText left = RunningText.of(leftPages);
		RunningText right = RunningText.of(rightPages);
		int passages = mark(left, right);
		for (Match match : PageAlignment.of(left.normals(), right.normals())) {
			if (match.moved() && left.normals().get(match.left()).equals(right.normals().get(match.right()))) {
				left.forget(match.left());
				right.forget(match.right());
			}
			pairs.add(pair(match, left, right));
		}
		return passages;
	}

	private static PagePair pair(Match match, RunningText left, RunningText right) {
		boolean onLeft = match.left() != PageAlignment.NONE;
		boolean onRight = match.right() != PageAlignment.NONE;
		PagePair.Change change = !onLeft ? PagePair.Change.INSERTED
				: !onRight ? PagePair.Change.REMOVED
						: match.moved() ? PagePair.Change.MOVED
								: left.isChanged(match.left()) || right.isChanged(match.right())
										? PagePair.Change.CHANGED : PagePair.Change.SAME;
		return new PagePair(change, onLeft ? left.number(match.left()) : null,
				onRight ? right.number(match.right()) : null, onLeft ? left.passages(match.left()) : List.of(),
				onRight ? right.passages(match.right()) : List.of());
	}

	private static int mark(RunningText left, RunningText right) {
		int passages = 0;
		for (AbstractDelta<Sentence> delta : DiffUtils
			.diff(left.sentences(), right.sentences(), (one, other) -> one.normal().equals(other.normal()))
			.getDeltas()) {
			passages += mark(left, delta.getSource().getLines(), right, delta.getTarget().getLines());
		}
		return passages;
	}

	private static int mark(RunningText left, List<Sentence> from, RunningText right, List<Sentence> to) {
		List<Letter> removed = letters(from);
		List<Letter> added = letters(to);
		if (removed.size() + added.size() > LONGEST_IN_DETAIL) {
			removed.forEach(letter -> left.mark(letter.sentence(), letter.place()));
			added.forEach(letter -> right.mark(letter.sentence(), letter.place()));
			return 1;
		}
		List<AbstractDelta<Letter>> deltas = DiffUtils
			.diff(removed, added, (one, other) -> one.character() == other.character())
			.getDeltas();
		deltas.forEach(delta -> {
			mark(left, delta.getSource());
			mark(right, delta.getTarget());
		});
		return deltas.isEmpty() ? 0 : 1;
	}

	private static void mark(RunningText text, Chunk<Letter> letters) {
		letters.getLines().forEach(letter -> text.mark(letter.sentence(), letter.place()));
	}

	/** A character of a sentence. */
	private record Letter(Sentence sentence, int place) {

		char character() {
			return this.sentence.normal().charAt(this.place);
		}

	}

	private static List<Letter> letters(List<Sentence> sentences) {
		List<Letter> letters = new ArrayList<>();
		for (Sentence sentence : sentences) {
			for (int place = 0; place < sentence.normal().length(); place++) {
				letters.add(new Letter(sentence, place));
			}
		}
		return letters;
	}

}
