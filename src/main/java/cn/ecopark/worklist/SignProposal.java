package cn.ecopark.worklist;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Reason;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.TaskRefusals.ProposalFallen;

/** 审核、签发、退回、撤回: what colleagues do with a proposal, and whoever made it. */
@Component
public class SignProposal {

	private final ProposalSteps steps;

	SignProposal(ProposalSteps steps) {
		this.steps = steps;
	}

	/**
	 * 签发: the last signature decides, as of whoever gives it.
	 * @param page the same page twice is the same signature
	 * @throws TaskRefusals.ProposalGone when it waits no more, or not for that
	 * @throws ProposalFallen when it is about something else than there is now
	 * @throws LegalRefusal when the actor may not sign it
	 * @throws cn.ecopark.shared.Refusal as {@link CompleteTask#complete}
	 */
	public void sign(long itemId, long proposalId, PageToken page, Actor actor) {
		orFell(itemId, proposalId, () -> this.steps.sign(itemId, proposalId, page, actor));
	}

	/**
	 * 审核.
	 * @throws cn.ecopark.shared.Refusal as {@link #sign}
	 */
	public void review(long itemId, long proposalId, Actor actor) {
		orFell(itemId, proposalId, () -> this.steps.review(itemId, proposalId, actor));
	}

	/**
	 * 退回: it stays with the unit.
	 * @throws TaskRefusals.ProposalGone when it waits no more
	 * @throws LegalRefusal when the actor is no colleague, or has put his hand to it
	 */
	public void sendBack(long itemId, long proposalId, Reason reason, Actor actor) {
		this.steps.sendBack(itemId, proposalId, reason, actor);
	}

	/**
	 * 撤回.
	 * @throws TaskRefusals.ProposalGone when it waits no more
	 * @throws TaskRefusals.NotYourProposal when somebody else has made it
	 */
	public void withdraw(long itemId, long proposalId, Actor actor) {
		this.steps.withdraw(itemId, proposalId, actor);
	}

	/** That it fell stays, whatever else is taken back. */
	private void orFell(long itemId, long proposalId, Runnable step) {
		try {
			step.run();
		}
		catch (ProposalFallen fallen) {
			this.steps.fell(itemId, proposalId, fallen.why());
			throw fallen;
		}
		catch (LegalRefusal refusal) {
			throw InvalidSubmission.of(refusal);
		}
	}

}
