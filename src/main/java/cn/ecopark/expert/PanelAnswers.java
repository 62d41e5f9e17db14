package cn.ecopark.expert;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.worklist.TaskCompleted;

/** Keeps what an invited expert answers. */
@Component
class PanelAnswers {

	private static final String INVITATION = "Task_AcceptInvitation";

	private static final String ACCEPT = "ACCEPT";

	private final Panels panels;

	PanelAnswers(Panels panels) {
		this.panels = panels;
	}

	@EventListener
	void on(TaskCompleted event) {
		String caseId = event.subject().caseId();
		if (caseId != null && INVITATION.equals(event.task().taskKey())) {
			this.panels.answer(caseId, event.task().processKey(), event.personId(), ACCEPT.equals(event.outcome()));
		}
	}

}
