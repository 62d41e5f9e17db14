package cn.ecopark.expert;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.form.InputError;
import cn.ecopark.law.PanelRules;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;

/** 签署: a member signs what the leader has drawn up, or says from what he dissents. */
@Component
class SignatureWorkPanel implements WorkPanel<FormDecision> {

	static final String SIGNATURE = Purpose.PANEL_SIGNATURE.panel();

	private final PanelOpinions opinions;

	private final RulePacks packs;

	SignatureWorkPanel(PanelOpinions opinions, RulePacks packs) {
		this.opinions = opinions;
		this.packs = packs;
	}

	@Override
	public String name() {
		return SIGNATURE;
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
		LegalErrors.collect(errors,
				() -> PanelRules.dissentMustBeSaid(!signs(item, decision), decision.statement().opinion()));
	}

	@Override
	public void carryOut(WorkItem item, FormDecision decision, Kept kept) {
		this.opinions.sign(item, signs(item, decision), kept.opinionId());
	}

	/** Whoever does not sign dissents. */
	private boolean signs(WorkItem item, FormDecision decision) {
		return this.packs.get(item.task().release()).means(decision.outcome(), Meaning.SIGNS);
	}

}
