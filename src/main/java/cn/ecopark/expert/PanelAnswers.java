package cn.ecopark.expert;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskCompleted;

/** Keeps what an invited expert answers. */
@Component
class PanelAnswers {

	private final Panels panels;

	private final RulePacks packs;

	PanelAnswers(Panels panels, RulePacks packs) {
		this.panels = panels;
		this.packs = packs;
	}

	@EventListener
	void on(TaskCompleted event) {
		String caseId = event.subject().caseId();
		if (caseId != null && event.purpose() == Purpose.INVITATION) {
			this.panels.answer(caseId, event.task().stage(), event.personId(),
					this.packs.get(event.task().release()).means(event.outcome(), Meaning.ACCEPTS));
		}
	}

}
