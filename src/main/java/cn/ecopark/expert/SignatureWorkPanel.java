package cn.ecopark.expert;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Audience;
import cn.ecopark.law.PanelRules;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;

/** 签署: a member signs what the leader has drawn up, or says from what he dissents. */
@Component
class SignatureWorkPanel implements WorkPanel<FormDecision> {

	static final String SIGNATURE = "signature";

	/** The outcome by which a member signs; any other dissents. */
	private static final String SIGN = "SIGN";

	private final PanelOpinions opinions;

	SignatureWorkPanel(PanelOpinions opinions) {
		this.opinions = opinions;
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
	public void check(WorkItem item, FormDecision decision, Map<String, FieldError> errors) {
		LegalErrors.collect(errors,
				() -> PanelRules.dissentMustBeSaid(!SIGN.equals(decision.outcome()), decision.statement().opinion()));
	}

	@Override
	public void carryOut(WorkItem item, FormDecision decision, Kept kept) {
		this.opinions.sign(item, SIGN.equals(decision.outcome()), kept.opinionId());
	}

}
