package cn.ecopark.expert;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.form.InputError;
import cn.ecopark.organisation.Audience;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;

/** 专家意见, 表决: each member of a panel says what he thinks himself. */
@Component
class VoteWorkPanel implements WorkPanel<FormDecision> {

	private final PanelPoll poll;

	VoteWorkPanel(PanelPoll poll) {
		this.poll = poll;
	}

	@Override
	public String name() {
		return PanelPoll.VOTE;
	}

	@Override
	public Audience widestAudience() {
		return Audience.AUTHORITIES;
	}

	@Override
	public boolean isIndependent() {
		return true;
	}

	@Override
	public Class<FormDecision> takes() {
		return FormDecision.class;
	}

	@Override
	public boolean isVote() {
		return true;
	}

	@Override
	public void check(WorkItem item, FormDecision decision, Map<String, InputError> errors) {
		// the schema is checked for every panel
	}

	@Override
	public void carryOut(WorkItem item, FormDecision decision, Kept kept) {
		this.poll.vote(item, decision.outcome(), kept.opinionId());
	}

}
