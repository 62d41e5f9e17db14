package cn.ecopark.expert;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.form.InputError;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.PanelRules;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;

/**
 * 论证意见, 验收意见: the leader draws up the opinion of the panel, within what its votes allow.
 * An outcome that has no rank in the pack says that there is none.
 */
@Component
class ConclusionWorkPanel implements WorkPanel<FormDecision> {

	/** The work panel by which diagrams mark the step as the conclusion of a panel. */
	static final String CONCLUSION = Purpose.PANEL_CONCLUSION.panel();

	private final PanelPoll poll;

	private final PanelOpinions opinions;

	private final PanelSettings settings;

	ConclusionWorkPanel(PanelPoll poll, PanelOpinions opinions, PanelSettings settings) {
		this.poll = poll;
		this.opinions = opinions;
		this.settings = settings;
	}

	@Override
	public String name() {
		return CONCLUSION;
	}

	@Override
	public Audience widestAudience() {
		return Audience.AUTHORITIES;
	}

	@Override
	public Class<FormDecision> takes() {
		return FormDecision.class;
	}

	@Override
	public Map<String, LegalRefusal> closedOutcomes(WorkItem item) {
		return this.poll.closed(caseOf(item), item.task().stage(), item.description().outcomes());
	}

	@Override
	public boolean isVote() {
		return true;
	}

	@Override
	public void check(WorkItem item, FormDecision decision, Map<String, InputError> errors) {
		if (!concludes(item, decision.outcome())) {
			LegalErrors.collect(errors,
					() -> PanelRules.lackOfConclusionMustBeReasoned(decision.statement().opinion()));
			return;
		}
		Map<String, String> points = points(item);
		Map<String, String> written = new LinkedHashMap<>();
		points.keySet().forEach(point -> written.put(point, decision.form().text(point)));
		PanelRules.pointsNotCovered(points.keySet(), written)
			.forEach(point -> errors.put("f." + point,
					new InputError("problem.law.opinion-point-missing", points.getOrDefault(point, point))));
	}

	@Override
	public void carryOut(WorkItem item, FormDecision decision, Kept kept) {
		if (concludes(item, decision.outcome())) {
			this.opinions.conclude(item, kept.actor().personId(), decision.outcome(), kept.opinionId());
		}
	}

	private boolean concludes(WorkItem item, String outcome) {
		return this.settings.conclusion(caseOf(item), outcome).isPresent();
	}

	private Map<String, String> points(WorkItem item) {
		return this.settings.opinionPoints(caseOf(item), item.task().stage());
	}

	private static String caseOf(WorkItem item) {
		return String.valueOf(item.subject().caseId());
	}

}
