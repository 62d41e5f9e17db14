package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.notice.NoticeView;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.ObjectionAccess;
import cn.ecopark.notice.Objections;
import cn.ecopark.notice.PublicNotice;
import cn.ecopark.notice.PublicNotices;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.wholefile.CaseData.NoticeData;
import cn.ecopark.wholefile.CaseData.ObjectionData;
import cn.ecopark.wholefile.CaseData.OpinionData;

/** The notices that laid the park before the public, and what was held against it. */
@Component
class NoticeReading {

	private final PublicNotices notices;

	private final NoticeView view;

	private final Objections objections;

	private final ObjectionAccess access;

	private final OpinionReading opinions;

	private final Labels labels;

	NoticeReading(PublicNotices notices, NoticeView view, Objections objections, ObjectionAccess access,
			OpinionReading opinions, Labels labels) {
		this.notices = notices;
		this.view = view;
		this.objections = objections;
		this.access = access;
		this.opinions = opinions;
		this.labels = labels;
	}

	List<NoticeData> notices(List<BatchItem> places) {
		List<NoticeData> found = new ArrayList<>();
		for (BatchItem place : places) {
			this.notices.find(place.batchId())
				.filter(PublicNotice::isPublic)
				.filter(notice -> showed(notice, place.caseId()))
				.map(notice -> new NoticeData(notice.batchId(), notice.title(), notice.intro(), notice.contacts(),
						notice.publicationDay(), notice.closesOn(),
						this.labels.text(notice.state() == PublicNotice.State.PUBLISHED ? "notice.state.running"
								: "notice.state.closed")))
				.ifPresent(found::add);
		}
		return found;
	}

	/** The objections to the park that the reader may read, in the order they came. */
	List<Objection> objections(List<BatchItem> places, Actor reader) {
		return places.stream()
			.flatMap(place -> this.objections.ofNotice(place.batchId())
				.stream()
				.filter(objection -> objection.caseId().equals(place.caseId())))
			.filter(objection -> this.access.mayRead(reader, objection.id()))
			.toList();
	}

	ObjectionData data(int number, Objection objection, RulePack pack, Actor reader) {
		boolean known = this.access.mayKnowObjector(reader);
		List<OpinionData> opinions = this.opinions.of(objection.id(), reader)
			.stream()
			.map(opinion -> this.opinions.data(opinion, pack, reader, field -> true))
			.toList();
		return new ObjectionData(number, objection.batchId(),
				this.labels.code("notice.channel.", objection.channel().name()), objection.receivedOn(),
				objection.text(), this.labels.code("notice.objection.state.", objection.state().name()),
				objection.answer(), objection.struckOut(), objection.settledAt(),
				known ? objection.receiptNumber() : null, known ? objector(objection) : null, opinions);
	}

	private static CaseData.Objector objector(Objection objection) {
		return new CaseData.Objector(objection.objector().name(), objection.objector().unit(),
				objection.objector().contact());
	}

	private boolean showed(PublicNotice notice, String caseId) {
		return this.view.parks(notice).stream().anyMatch(park -> park.caseId().equals(caseId));
	}

}
