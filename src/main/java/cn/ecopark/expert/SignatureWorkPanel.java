package cn.ecopark.expert;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.law.PanelRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.FormSchemas;
import cn.ecopark.worklist.Submission;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/** 签署: a member signs what the leader has drawn up, or says from what he dissents. */
@Component
class SignatureWorkPanel implements WorkPanel {

	/** The outcome by which a member signs; any other dissents. */
	private static final String SIGN = "SIGN";

	private final PanelOpinions opinions;

	private final OpinionViews views;

	private final FormSchemas schemas;

	SignatureWorkPanel(PanelOpinions opinions, OpinionViews views, FormSchemas schemas) {
		this.opinions = opinions;
		this.views = views;
		this.schemas = schemas;
	}

	@Override
	public String name() {
		return "signature";
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Submission entered, Map<String, String> problems) {
		return this.views.draft(item, this.schemas.fields(item, entered, problems));
	}

	@Override
	public void check(WorkItem item, Submission submission, Map<String, FieldError> errors) {
		LegalErrors.collect(errors,
				() -> PanelRules.dissentMustBeSaid(!SIGN.equals(submission.outcome()), submission.opinion()));
	}

	@Override
	public void carryOut(WorkItem item, Submission submission, Decision decision) {
		this.opinions.sign(item, SIGN.equals(decision.outcome()), decision.opinionId());
	}

}
