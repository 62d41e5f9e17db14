package cn.ecopark.wholefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

import cn.ecopark.organisation.Actor;
import cn.ecopark.wholefile.Gathering.Gathered;
import cn.ecopark.wholefile.TextPages.Faces;

/** Cover and table of contents, written last and put first. */
final class FrontMatter {

	private final PDDocument document;

	private final Faces faces;

	private final ArchiveWords words;

	FrontMatter(PDDocument document, Faces faces, ArchiveWords words) {
		this.document = document;
		this.faces = faces;
		this.words = words;
	}

	/**
	 * @return how many pages it has
	 */
	int write(Gathered gathered, Bookmarks bookmarks) throws IOException {
		int body = this.document.getNumberOfPages();
		try (TextPages pages = new TextPages(this.document, this.faces)) {
			cover(gathered, pages);
			contents(bookmarks, pages);
		}
		int front = this.document.getNumberOfPages() - body;
		List<PDPage> written = new ArrayList<>();
		while (this.document.getNumberOfPages() > body) {
			written.add(0, this.document.getPage(body));
			this.document.removePage(body);
		}
		putFirst(written);
		return front;
	}

	private void putFirst(List<PDPage> written) {
		PDPage first = this.document.getPage(0);
		for (int at = written.size() - 1; at >= 0; at--) {
			this.document.getPages().insertBefore(written.get(at), first);
		}
	}

	private void cover(Gathered gathered, TextPages pages) throws IOException {
		CaseData.Facts facts = gathered.data().facts();
		Actor reader = gathered.reader();
		CaseData.Named result = facts.result();
		pages.begin();
		pages.space(150);
		pages.title(facts.park().name());
		pages.title(this.words.text("wholefile.pdf.title", facts.kind().label()));
		pages.space(60);
		pages.pair(this.words.text("wholefile.fact.number"), Objects.requireNonNullElse(facts.number(), "—"));
		pages.pair(this.words.text("wholefile.fact.province"), facts.park().province().label());
		pages.pair(this.words.text("wholefile.fact.pack"), facts.pack().label() + " " + facts.pack().code());
		pages.pair(this.words.text("wholefile.fact.status"), result == null ? facts.status().label() : result.label());
		pages.pair(this.words.text("wholefile.fact.opened"), this.words.day(facts.openedAt()));
		pages.pair(this.words.text("wholefile.pdf.reader"), gathered.readerUnit() + " " + reader.name());
		pages.pair(this.words.text("wholefile.pdf.made"), this.words.moment(gathered.at()));
		pages.space(30);
		pages.meta(this.words.text("wholefile.view"));
		pages.meta(this.words.text("wholefile.pdf.newest"));
	}

	private void contents(Bookmarks bookmarks, TextPages pages) throws IOException {
		pages.begin();
		pages.title(this.words.text("wholefile.pdf.contents"));
		for (Bookmarks.Mark mark : bookmarks.marks()) {
			if (mark.level() < 2) {
				PDRectangle place = pages.entry(mark.level(), mark.title(), String.valueOf(mark.number() + 1));
				link(pages.last(), place, mark);
			}
		}
	}

	private static void link(PDPage from, PDRectangle place, Bookmarks.Mark mark) throws IOException {
		PDAnnotationLink link = new PDAnnotationLink();
		link.setRectangle(place);
		PDBorderStyleDictionary none = new PDBorderStyleDictionary();
		none.setWidth(0);
		link.setBorderStyle(none);
		PDActionGoTo action = new PDActionGoTo();
		action.setDestination(Bookmarks.destination(mark.page()));
		link.setAction(action);
		link.setPage(from);
		from.getAnnotations().add(link);
	}

}
