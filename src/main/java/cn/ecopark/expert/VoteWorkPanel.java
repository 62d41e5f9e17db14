package cn.ecopark.expert;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.FormSchemas;
import cn.ecopark.worklist.Submission;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;
import cn.ecopark.worklist.web.panel.FormPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/** 专家意见, 表决: each member of a panel says what he thinks himself. */
@Component
class VoteWorkPanel implements WorkPanel {

	private final PanelPoll poll;

	private final FormSchemas schemas;

	VoteWorkPanel(PanelPoll poll, FormSchemas schemas) {
		this.poll = poll;
		this.schemas = schemas;
	}

	@Override
	public String name() {
		return PanelPoll.VOTE;
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Submission entered, Map<String, String> problems) {
		return FormPanel.form(this.schemas.fields(item, entered, problems));
	}

	@Override
	public void check(WorkItem item, Submission submission, Map<String, FieldError> errors) {
		// the schema is checked for every panel
	}

	@Override
	public void carryOut(WorkItem item, Submission submission, Decision decision) {
		this.poll.vote(item, decision.outcome(), decision.opinionId());
	}

}
