package cn.ecopark.notice;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.FactSource;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.OfficialWords;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * What a document says to whoever objected. It is addressed to the objector and to nobody
 * else: 信访工作条例 30 forbids that the park learns of it.
 */
@Component
@Order(7)
class ObjectionFacts implements FactSource {

	private final Objections objections;

	private final PublicNotices notices;

	private final OfficialWords naming;

	ObjectionFacts(Objections objections, PublicNotices notices, OfficialWords naming) {
		this.objections = objections;
		this.notices = notices;
		this.naming = naming;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		this.objections.find(order.place().dossierId())
			.ifPresent(objection -> facts.text("addressee", addressee(objection))
				.text("copies", "")
				.text("noticeTitle", this.notices.get(objection.batchId()).title())
				.date("objectionReceivedOn", objection.receivedOn())
				.text("objectionReceipt", objection.receiptNumber()));
	}

	private String addressee(Objection objection) {
		String unit = objection.objector().unit().strip();
		String name = objection.objector().name().strip();
		return !unit.isEmpty() ? unit : name.isEmpty() ? this.naming.word("officialdocument.fact.objector") : name;
	}

}
