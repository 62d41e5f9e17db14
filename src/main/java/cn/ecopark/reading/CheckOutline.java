package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.rulepack.PlanOutline;
import cn.ecopark.rulepack.PlanOutlines;
import cn.ecopark.rulepack.ReleaseId;

/**
 * Compares a plan with the outline of the planning guide: which of its chapters begin on
 * which page, and which are not found. It points out and refuses nothing.
 */
@Component
public class CheckOutline {

	/** What two titles must at least have in common to be taken for the same. */
	private static final double ALIKE = 0.62;

	private static final int LINES_OF_CONTENTS = 3;

	private final PlanOutlines outlines;

	private final DocumentTexts texts;

	CheckOutline(PlanOutlines outlines, DocumentTexts texts) {
		this.outlines = outlines;
		this.texts = texts;
	}

	/**
	 * One chapter of the guide.
	 *
	 * @param page where it begins; null where it is not found
	 * @param heading as it stands there
	 */
	public record Finding(PlanOutline.Chapter chapter, @Nullable Integer page, @Nullable String heading) {
	}

	/** The comparison. */
	public record Comparison(PlanOutline outline, List<Finding> findings) {

		public List<Finding> missing() {
			return this.findings.stream().filter(finding -> finding.page() == null).toList();
		}

	}

	/**
	 * @return nothing where the guide asks nothing of such documents, or the text is not
	 * wholly read or has no words
	 */
	public Optional<Comparison> of(DocumentVersion document, ReleaseId release) {
		Optional<ReadingState> read = this.texts.state(document.sha256())
			.filter(state -> state.isRead() && state.scanned() < state.done());
		return read.isEmpty() ? Optional.empty() : this.outlines.of(release, document.kind())
			.map(outline -> compare(outline, this.texts.pages(document.sha256())));
	}

	static Comparison compare(PlanOutline outline, List<PageText> pages) {
		List<Place> places = places(pages);
		return new Comparison(outline, outline.chapters().stream().map(chapter -> find(chapter, places)).toList());
	}

	/** A heading where it stands. */
	private record Place(int page, Heading heading) {
	}

	private static List<Place> places(List<PageText> pages) {
		List<Place> places = new ArrayList<>();
		for (PageText page : pages) {
			List<String> lines = lines(page.text());
			if (!isContents(lines)) {
				for (int at = 0; at < lines.size(); at++) {
					if (!isAmongRows(lines, at)) {
						Heading.of(lines.get(at)).ifPresent(heading -> places.add(new Place(page.number(), heading)));
					}
				}
			}
		}
		return places;
	}

	/** Text that is set upright has one character in each line. */
	private static List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		StringBuilder upright = new StringBuilder();
		for (String line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
			if (line.codePointCount(0, line.length()) == 1) {
				upright.append(line);
			}
			else {
				if (!upright.isEmpty()) {
					lines.add(upright.toString());
					upright.setLength(0);
				}
				lines.add(line);
			}
		}
		if (!upright.isEmpty()) {
			lines.add(upright.toString());
		}
		return lines;
	}

	private static boolean isContents(List<String> lines) {
		if (lines.stream().filter(Heading::isOfContents).count() >= LINES_OF_CONTENTS) {
			return true;
		}
		int[] pages = lines.stream()
			.map(Heading::pageAtEnd)
			.filter(OptionalInt::isPresent)
			.mapToInt(OptionalInt::getAsInt)
			.toArray();
		return pages.length >= LINES_OF_CONTENTS
				&& IntStream.range(1, pages.length).allMatch(at -> pages[at] >= pages[at - 1]);
	}

	/** A line that begins with a number, next to another, is a row of a table. */
	private static boolean isAmongRows(List<String> lines, int at) {
		return Heading.isRow(lines.get(at)) && (at > 0 && Heading.isRow(lines.get(at - 1))
				|| at + 1 < lines.size() && Heading.isRow(lines.get(at + 1)));
	}

	private static Finding find(PlanOutline.Chapter chapter, List<Place> places) {
		Place best = null;
		double most = 0;
		List<String> titles = chapter.titles().stream().map(NormalText::normal).toList();
		for (Place place : places) {
			double score = titles.stream().mapToDouble(title -> likeness(place.heading(), title)).max().orElse(0);
			if (score >= ALIKE && score + place.heading().rank() > most) {
				most = score + place.heading().rank();
				best = place;
			}
		}
		return best == null ? new Finding(chapter, null, null)
				: new Finding(chapter, best.page(), best.heading().line());
	}

	/**
	 * Without a number only the very title is a heading and not a piece of a sentence.
	 */
	private static double likeness(Heading heading, String title) {
		if (heading.title().equals(title)) {
			return 1;
		}
		if (heading.rank() == 0) {
			return isNumbered(heading.title(), title) ? 1 : 0;
		}
		if (title.length() > 2 && heading.title().contains(title) && heading.title().length() < 3 * title.length()) {
			return 0.9;
		}
		return Math.min(0.85, dice(Bigrams.pairs(heading.title()), Bigrams.pairs(title)));
	}

	/** 附件1, 附图一. */
	private static boolean isNumbered(String heading, String title) {
		return heading.startsWith(title)
				&& heading.substring(title.length()).matches("[一二三四五六七八九十0-9]{1,2}(?:[:.、].*)?");
	}

	private static double dice(Set<String> one, Set<String> other) {
		Set<String> both = new HashSet<>(one);
		both.retainAll(other);
		return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * both.size() / (one.size() + other.size());
	}

}
