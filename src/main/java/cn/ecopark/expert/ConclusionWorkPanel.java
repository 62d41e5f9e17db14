package cn.ecopark.expert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.PanelRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.web.view.FormField;
import cn.ecopark.worklist.FormSchemas;
import cn.ecopark.worklist.Submission;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;
import cn.ecopark.worklist.web.panel.ConclusionPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/**
 * 论证意见, 验收意见: the leader draws up the opinion of the panel, within what its votes allow.
 * An outcome that has no rank in the pack says that there is none.
 */
@Component
class ConclusionWorkPanel implements WorkPanel {

	/** The work panel by which diagrams mark the step as the conclusion of a panel. */
	static final String CONCLUSION = "conclusion";

	private final PanelPoll poll;

	private final PanelOpinions opinions;

	private final PanelSettings settings;

	private final OpinionViews views;

	private final FormSchemas schemas;

	ConclusionWorkPanel(PanelPoll poll, PanelOpinions opinions, PanelSettings settings, OpinionViews views,
			FormSchemas schemas) {
		this.poll = poll;
		this.opinions = opinions;
		this.settings = settings;
		this.views = views;
		this.schemas = schemas;
	}

	@Override
	public String name() {
		return CONCLUSION;
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Submission entered, Map<String, String> problems) {
		return new ConclusionPanel(this.views.votes(item), this.views.unsigned(item),
				marked(this.schemas.fields(item, entered, problems), points(item).keySet()));
	}

	@Override
	public Map<String, LegalRefusal> closedOutcomes(WorkItem item) {
		return this.poll.closed(caseOf(item), item.task().processKey(), item.description().outcomes());
	}

	@Override
	public void check(WorkItem item, Submission submission, Map<String, FieldError> errors) {
		if (!concludes(item, submission.outcome())) {
			LegalErrors.collect(errors, () -> PanelRules.lackOfConclusionMustBeReasoned(submission.opinion()));
			return;
		}
		Map<String, String> points = points(item);
		Map<String, String> written = new LinkedHashMap<>();
		points.keySet().forEach(point -> written.put(point, submission.form(point)));
		PanelRules.pointsNotCovered(points.keySet(), written)
			.forEach(point -> errors.put("f." + point,
					new FieldError("problem.law.opinion-point-missing", points.getOrDefault(point, point))));
	}

	@Override
	public void carryOut(WorkItem item, Submission submission, Decision decision) {
		if (concludes(item, decision.outcome())) {
			this.opinions.conclude(item, decision.actor().personId(), decision.outcome(), decision.opinionId());
		}
	}

	private boolean concludes(WorkItem item, String outcome) {
		return this.settings.conclusion(caseOf(item), outcome).isPresent();
	}

	private Map<String, String> points(WorkItem item) {
		return this.settings.opinionPoints(caseOf(item), item.task().processKey());
	}

	/**
	 * What the pack asks for is no option, though nothing of it is asked without a
	 * conclusion.
	 */
	private static List<FormField> marked(List<FormField> fields, Set<String> points) {
		return fields.stream()
			.map(field -> new FormField(field.key(), field.type(), field.label(), field.help(),
					field.required() || points.contains(field.key()), field.value(), field.choices(), field.error(),
					field.limits(), field.hide(), marked(field.fields(), points)))
			.toList();
	}

	private static String caseOf(WorkItem item) {
		return String.valueOf(item.subject().caseId());
	}

}
