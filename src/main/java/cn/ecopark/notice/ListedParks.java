package cn.ecopark.notice;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.notice.NoticeRefusals.AlreadyDecided;
import cn.ecopark.notice.NoticeRefusals.ParkNotListed;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/** The parks of a notice that can still be objected to. */
@Component
class ListedParks {

	private final NoticeParks parks;

	private final Cases cases;

	private final BatchFlow batches;

	private final RulePacks packs;

	ListedParks(NoticeParks parks, Cases cases, BatchFlow batches, RulePacks packs) {
		this.parks = parks;
		this.cases = cases;
		this.batches = batches;
		this.packs = packs;
	}

	/**
	 * @throws ParkNotListed when the notice does not list the park any more
	 */
	void mustBeListed(NewObjection incoming) {
		boolean listed = this.parks.find(incoming.noticeId(), incoming.caseId())
			.filter(item -> item.state() != BatchItem.State.STRUCK_OUT)
			.isPresent();
		if (!listed) {
			throw new ParkNotListed();
		}
	}

	/**
	 * @throws AlreadyDecided when the park has been decided on meanwhile
	 */
	void mustNotBeDecidedOn(String caseId) {
		if (isSettled(caseId)) {
			throw new AlreadyDecided();
		}
	}

	/**
	 * @return the pack that the case goes by
	 */
	RulePack packOf(String caseId) {
		return this.packs.get(this.cases.get(caseId).release());
	}

	/** By a joint decision, or because its case has ended. */
	private boolean isSettled(String caseId) {
		EcoCase ecoCase = this.cases.get(caseId);
		RulePack pack = this.packs.get(ecoCase.release());
		return !ecoCase.isOpen() || pack.decisionsOn(pack.kindOfCase(ecoCase.kind()))
			.stream()
			.anyMatch(decision -> this.batches.documentOf(caseId, decision).isPresent());
	}

}
