package cn.ecopark.notice.web;

import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.notice.NoticeView;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.Objections;
import cn.ecopark.notice.PublicNotice;
import cn.ecopark.notice.PublicNotices;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.TaskRights;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/** The list of the objections to a notice, for the Office. */
@Component
class NoticeObjections {

	private final PublicNotices notices;

	private final Objections objections;

	private final NoticeView view;

	private final WorkItems items;

	private final TaskRights rights;

	private final NoticeWords words;

	private final Texts texts;

	NoticeObjections(PublicNotices notices, Objections objections, NoticeView view, WorkItems items, TaskRights rights,
			NoticeWords words, Texts texts) {
		this.notices = notices;
		this.objections = objections;
		this.view = view;
		this.items = items;
		this.rights = rights;
		this.words = words;
		this.texts = texts;
	}

	NoticeObjectionsPage page(String noticeId, Actor office) {
		PublicNotice notice = this.notices.published(noticeId);
		Map<String, String> parks = this.view.parks(notice)
			.stream()
			.collect(Collectors.toMap(park -> park.caseId(), park -> park.park().name()));
		return new NoticeObjectionsPage(notice.title(), "/notices/" + noticeId,
				"/notices/" + noticeId + "/objections/new",
				this.objections.ofNotice(noticeId)
					.stream()
					.map(objection -> row(objection, parks.getOrDefault(objection.caseId(), ""), office))
					.toList());
	}

	private NoticeObjectionsPage.Row row(Objection objection, String park, Actor office) {
		return new NoticeObjectionsPage.Row(objection.receiptNumber(), park,
				this.texts.text("notice.channel." + objection.channel().name()), objection.receivedOn(),
				objection.text(), this.words.objector(objection), this.words.state(objection), objection.answer(),
				task(objection, office));
	}

	private @Nullable String task(Objection objection, Actor office) {
		return this.items.openOf(objection.id())
			.stream()
			.filter(item -> this.rights.isOf(office, item))
			.map(WorkItem::id)
			.map(id -> "/tasks/" + id)
			.findFirst()
			.orElse(null);
	}

}
