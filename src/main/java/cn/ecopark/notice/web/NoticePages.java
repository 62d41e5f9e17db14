package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.expert.Meeting;
import cn.ecopark.expert.Meetings;
import cn.ecopark.notice.NoticeView;
import cn.ecopark.notice.PublicNotice;
import cn.ecopark.notice.PublicNotices;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Paging;

/** The notices as the public sees them: the list, and the page of one. */
@Component
class NoticePages {

	private static final int PAGE_SIZE = 20;

	private static final int EARLIER = 3;

	private final PublicNotices notices;

	private final NoticeView view;

	private final Meetings meetings;

	private final Countdowns countdowns;

	private final NoticeWords words;

	private final Texts texts;

	NoticePages(PublicNotices notices, NoticeView view, Meetings meetings, Countdowns countdowns, NoticeWords words,
			Texts texts) {
		this.notices = notices;
		this.view = view;
		this.meetings = meetings;
		this.countdowns = countdowns;
		this.words = words;
		this.texts = texts;
	}

	NoticesPage list(String query, Cursor<PublicNotices.DayKey> cursor) {
		ListPage<PublicNotice, PublicNotices.DayKey> page = this.notices.published(new SearchWords(query), cursor,
				PAGE_SIZE);
		List<NoticesPage.Row> rows = page.rows()
			.stream()
			.sorted(Comparator.comparing(PublicNotice::state))
			.map(this::row)
			.toList();
		return new NoticesPage(query, rows, Paging.of(page,
				UriComponentsBuilder.fromPath("/notices").queryParam("q", query), PublicNotices.DayKey::text));
	}

	NoticePage page(String id, @Nullable Actor reader) {
		PublicNotice notice = this.notices.published(id);
		List<BatchItem> parks = this.view.parks(notice);
		NoticePage.Countdown countdown = this.countdowns.of(notice);
		boolean office = reader != null && reader.unitLevel() == UnitLevel.OFFICE && reader.worksOnCases();
		return new NoticePage(id, notice.title(), this.words.issuer(notice.publicationDay()), notice.publicationDay(),
				notice.closesOn(), this.words.state(notice), paragraphs(notice.intro()),
				parks.stream().map(park -> park(notice, park)).toList(), countdown,
				countdown == null ? null : "/notices/" + id + "/objection",
				office ? "/notices/" + id + "/objections" : null, contacts(notice.contacts()),
				this.words.result(notice, parks), earlier(id));
	}

	private NoticesPage.Row row(PublicNotice notice) {
		NoticePage.Countdown countdown = this.countdowns.of(notice);
		List<BatchItem> parks = this.view.parks(notice);
		return new NoticesPage.Row("/notices/" + notice.batchId(), notice.title(), notice.publicationDay(),
				notice.closesOn(), countdown != null && countdown.provisional(), parks.size(), this.words.state(notice),
				countdown == null ? null : countdown.left(), this.words.result(notice, parks));
	}

	private NoticePage.Park park(PublicNotice notice, BatchItem item) {
		DocumentVersion sheet = this.view.sheet(notice, item.caseId()).orElse(null);
		LocalDate accepted = this.view.panels(notice)
			.stream()
			.flatMap(stage -> this.meetings.latest(item.caseId(), stage).stream())
			.map(Meeting::heldOn)
			.max(Comparator.naturalOrder())
			.orElse(null);
		return new NoticePage.Park(item.park().name(), this.words.province(item.park()), this.words.kind(item.park()),
				accepted, sheet == null ? null : "/notices/" + notice.batchId() + "/sheets/" + item.caseId(),
				this.words.park(notice, item));
	}

	private List<NoticePage.Contact> contacts(Map<String, String> contacts) {
		List<NoticePage.Contact> shown = new ArrayList<>();
		contacts.forEach(
				(key, value) -> shown.add(new NoticePage.Contact(this.texts.text("notice.contact." + key), value)));
		return shown;
	}

	private List<NoticePage.Earlier> earlier(String id) {
		return this.notices.published(SearchWords.NONE, Cursor.start(), EARLIER + 1)
			.rows()
			.stream()
			.filter(other -> !other.batchId().equals(id))
			.limit(EARLIER)
			.map(other -> new NoticePage.Earlier("/notices/" + other.batchId(), other.title()))
			.toList();
	}

	private static List<String> paragraphs(String text) {
		return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
	}

}
