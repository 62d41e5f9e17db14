package cn.ecopark.batch;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseClosed;

/** A case that has ended waits in no batch any more. */
@Component
class ClosedCases {

	private final BatchFlow flow;

	ClosedCases(BatchFlow flow) {
		this.flow = flow;
	}

	@EventListener
	void on(CaseClosed event) {
		this.flow.strikeOut(event.caseId(), event.result());
	}

}
