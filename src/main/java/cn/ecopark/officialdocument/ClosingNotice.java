package cn.ecopark.officialdocument;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CloseCase.ClosedByOffice;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.Setting;

/**
 * The document that tells the park that the Office has closed its case, with the reason
 * as it was entered; made in the transaction of the closing.
 */
@Component
class ClosingNotice {

	private static final String SETTING = "closingPaper";

	private final ProduceOfficialDocument produceDocument;

	private final RulePacks packs;

	private final CaseTime time;

	ClosingNotice(ProduceOfficialDocument produceDocument, RulePacks packs, CaseTime time) {
		this.produceDocument = produceDocument;
		this.packs = packs;
		this.time = time;
	}

	@EventListener
	void closed(ClosedByOffice closed) {
		EcoCase ecoCase = closed.ecoCase();
		Setting kind = this.packs.get(ecoCase.release()).settings().get(SETTING);
		if (kind == null) {
			return;
		}
		IssueOrder.Place place = new IssueOrder.Place(ecoCase.id(), ecoCase.id(),
				ecoCase.stage() == null ? "" : ecoCase.stage(), 0, closed.actor().unitId(),
				Subject.ofCase(ecoCase.id()));
		this.produceDocument.produce(new IssueOrder(ecoCase.release(), kind.value(), place, null, List.of(),
				this.time.today(), null, facts -> facts.list("grounds",
						closed.reason().text().lines().filter(line -> !line.isBlank()).toList())));
	}

}
