package cn.ecopark.notice;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.casefile.CasePapers;
import cn.ecopark.organisation.Actor;

/** The public notices that list the park of a case. */
@Component
@Order(1)
class NoticePapers implements CasePapers {

	private final BatchItems items;

	private final PublicNotices notices;

	NoticePapers(BatchItems items, PublicNotices notices) {
		this.items = items;
		this.notices = notices;
	}

	@Override
	public List<Paper> of(String caseId, Actor reader) {
		return this.items.ofCase(caseId)
			.stream()
			.map(BatchItem::batchId)
			.flatMap(batchId -> this.notices.find(batchId).stream())
			.filter(PublicNotice::isPublic)
			.map(NoticePapers::paper)
			.toList();
	}

	private static Paper paper(PublicNotice notice) {
		boolean running = notice.state() == PublicNotice.State.PUBLISHED;
		return new Paper(notice.title(), null, notice.publicationDay(),
				running ? "casefile.paper.public" : "casefile.paper.public-ended", running, "/notices/" + notice.batchId());
	}

}
