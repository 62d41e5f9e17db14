package cn.ecopark.wholefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

import cn.ecopark.organisation.Actor;
import cn.ecopark.typesetting.PlainPages;
import cn.ecopark.typesetting.PlainPages.Running;
import cn.ecopark.wholefile.Gathering.Gathered;

/** Cover and table of contents, written last and put first. */
final class FrontMatter {

	private static final String[] ROMAN = { "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i" };

	private static final int[] VALUES = { 100, 90, 50, 40, 10, 9, 5, 4, 1 };

	/** Characters of no font that the cover names. */
	private static final int MOST_NAMED = 20;

	private final PDDocument document;

	private final PlainPages pages;

	private final ArchiveWords words;

	FrontMatter(PDDocument document, PlainPages pages, ArchiveWords words) {
		this.document = document;
		this.pages = pages;
		this.words = words;
	}

	/**
	 * @param lost what documents have that is not in their pages
	 * @return how many pages it has
	 */
	int write(Gathered gathered, Bookmarks bookmarks, Set<CleanPages.Lost> lost) throws IOException {
		int body = this.document.getNumberOfPages();
		cover(gathered, lost);
		contents(gathered, bookmarks, body);
		int front = this.document.getNumberOfPages() - body;
		List<PDPage> written = new ArrayList<>();
		while (this.document.getNumberOfPages() > body) {
			written.add(this.document.getPage(body));
			this.document.removePage(body);
		}
		putFirst(written);
		return front;
	}

	/** How a page of the body is called. */
	static String bodyPage(int number) {
		return "— " + number + " —";
	}

	/** How a page before the body is called, as the labels of the pages have it. */
	static String frontPage(int number) {
		StringBuilder roman = new StringBuilder();
		int left = number;
		for (int at = 0; at < VALUES.length; at++) {
			while (left >= VALUES[at]) {
				roman.append(ROMAN[at]);
				left -= VALUES[at];
			}
		}
		return "— " + roman + " —";
	}

	private void putFirst(List<PDPage> written) {
		PDPage first = this.document.getPage(0);
		for (PDPage page : written) {
			this.document.getPages().insertBefore(page, first);
		}
	}

	private void cover(Gathered gathered, Set<CleanPages.Lost> lost) throws IOException {
		CaseData.Facts facts = gathered.data().facts();
		Actor reader = gathered.reader();
		CaseData.Named result = facts.result();
		CaseData.RetentionData retention = facts.retention();
		this.pages.begin(Running.NONE);
		this.pages.cover(List.of(facts.park().name(), this.words.text("wholefile.pdf.title", facts.kind().label())));
		this.pages.sheet(List.of(row("wholefile.fact.number", Objects.requireNonNullElse(facts.number(), "—")),
				row("wholefile.fact.province", facts.park().province().label()),
				row("wholefile.fact.pack", facts.pack().label() + " " + facts.pack().code()),
				row("wholefile.fact.status", result == null ? facts.status().label() : result.label()),
				row("wholefile.fact.opened", this.words.day(facts.openedAt())),
				row("wholefile.fact.retention", retention == null ? "—" : retention.period().label()),
				row("wholefile.pdf.reader", gathered.readerUnit() + " " + reader.name()),
				row("wholefile.pdf.made", this.words.moment(gathered.at()))));
		this.pages.note(this.words.text("wholefile.view"));
		this.pages.note(this.words.text("wholefile.pdf.newest"));
		if (!lost.isEmpty()) {
			this.pages.note(this.words.text("wholefile.pdf.lost",
					lost.stream()
						.map(one -> this.words.text("wholefile.pdf.lost." + one.name().toLowerCase(Locale.ROOT)))
						.collect(Collectors.joining(this.words.text("wholefile.pdf.lost.and")))));
		}
		Set<String> missing = this.pages.missing();
		if (!missing.isEmpty()) {
			this.pages.note(this.words.text("wholefile.pdf.missing", missing.size(), codes(missing)));
		}
	}

	private static String codes(Set<String> missing) {
		return missing.stream()
			.mapToInt(character -> character.codePointAt(0))
			.sorted()
			.limit(MOST_NAMED)
			.mapToObj("U+%04X"::formatted)
			.collect(Collectors.joining("、")) + (missing.size() > MOST_NAMED ? "…" : "");
	}

	private List<String> row(String key, String value) {
		return List.of(this.words.text(key), value);
	}

	private void contents(Gathered gathered, Bookmarks bookmarks, int body) throws IOException {
		String title = this.words.text("wholefile.pdf.contents");
		this.pages.begin(new Running(MergedPdf.title(gathered.data().facts()), title, page -> frontPage(page - body)));
		this.pages.title(title);
		for (Bookmarks.Mark mark : bookmarks.marks()) {
			if (mark.level() < 2) {
				this.pages.entry(mark.level(), mark.title(), String.valueOf(mark.number() + 1),
						Bookmarks.destination(mark.page()));
			}
		}
		this.pages.end();
	}

}
