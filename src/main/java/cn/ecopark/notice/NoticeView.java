package cn.ecopark.notice;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.Batches;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.notice.NoticeRefusals.NoticeNotFound;
import cn.ecopark.rulepack.Prerequisite;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.rulepack.RulePacks;

/** What a published notice lays before the public. */
@Component
public class NoticeView {

	private final PublicNotices notices;

	private final NoticeParks parks;

	private final NoticePeriod period;

	private final Documents documents;

	private final Batches batches;

	private final RulePacks packs;

	NoticeView(PublicNotices notices, NoticeParks parks, NoticePeriod period, Documents documents, Batches batches,
			RulePacks packs) {
		this.batches = batches;
		this.packs = packs;
		this.notices = notices;
		this.parks = parks;
		this.period = period;
		this.documents = documents;
	}

	/**
	 * @return the parks it lists or has listed, in their order
	 */
	public List<BatchItem> parks(PublicNotice notice) {
		return this.parks.shown(notice);
	}

	/**
	 * @return stages whose panels have concluded before a park may be laid before the
	 * public
	 */
	public List<String> panels(PublicNotice notice) {
		Batch batch = this.batches.get(notice.batchId());
		return this.packs.get(batch.release())
			.prerequisitesOf(batch.kind())
			.stream()
			.filter(needed -> needed.need() == Need.PANEL_OPINION)
			.map(Prerequisite::stage)
			.toList();
	}

	/**
	 * @return working days from an objection to its answer
	 */
	public int answerDays(PublicNotice notice) {
		return this.period.answerDays(notice.batchId());
	}

	/**
	 * @return the acceptance sheet of a park it lists
	 */
	public Optional<DocumentVersion> sheet(PublicNotice notice, String caseId) {
		return notice.isPublic() ? this.documents.newest(caseId, this.period.sheet(notice.batchId()))
				: Optional.empty();
	}

	/**
	 * @return the acceptance sheet of a park
	 * @throws NoticeNotFound when the notice is not published, does not list the park, or
	 * has no sheet of it
	 */
	public DocumentVersion publishedSheet(String noticeId, String caseId) {
		PublicNotice notice = this.notices.published(noticeId);
		return parks(notice).stream()
			.filter(park -> park.caseId().equals(caseId))
			.findFirst()
			.flatMap(park -> sheet(notice, caseId))
			.orElseThrow(NoticeNotFound::new);
	}

}
