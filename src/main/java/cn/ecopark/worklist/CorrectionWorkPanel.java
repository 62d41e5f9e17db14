package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.casefile.CorrectionPoints.State;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.web.panel.CorrectionPanel;
import cn.ecopark.worklist.web.panel.CorrectionPanel.Point;
import cn.ecopark.worklist.web.panel.PanelView;

/**
 * 逐项答复: the park answers every open point; only those are open, and none may be left out.
 */
@Component
class CorrectionWorkPanel implements WorkPanel {

	private static final String ANSWER = "answer.";

	private static final String DOCUMENT = "document:";

	private static final int LONGEST = 2000;

	private final CorrectionPoints points;

	private final FormSchemas schemas;

	private final RulePacks packs;

	private final CaseTime time;

	CorrectionWorkPanel(CorrectionPoints points, FormSchemas schemas, RulePacks packs, CaseTime time) {
		this.points = points;
		this.schemas = schemas;
		this.packs = packs;
		this.time = time;
	}

	@Override
	public String name() {
		return "correction";
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Submission entered, Map<String, String> problems) {
		List<Point> shown = open(item).stream().map(point -> {
			String name = ANSWER + point.id();
			return new Point(String.valueOf(point.id()), point.number(), target(item, point), point.remark(),
					point.raisedBy(), kind(point), entered.field(name), problems.get(name));
		}).toList();
		return new CorrectionPanel(shown, this.schemas.fields(item, entered, problems));
	}

	@Override
	public void check(WorkItem item, Submission submission, Map<String, FieldError> errors) {
		for (CorrectionPoint point : open(item)) {
			String name = ANSWER + point.id();
			String answer = submission.field(name);
			if (answer.isEmpty()) {
				errors.put(name, new FieldError("worklist.error.answer-missing", point.number()));
			}
			else if (answer.length() > LONGEST) {
				errors.put(name, new FieldError("worklist.error.answer-too-long", point.number(), LONGEST));
			}
		}
	}

	@Override
	public void carryOut(WorkItem item, Submission submission, Decision decision) {
		String caseId = String.valueOf(item.subject().caseId());
		for (CorrectionPoint point : open(item)) {
			this.points.answer(caseId, point.id(), submission.field(ANSWER + point.id()), this.time.now());
		}
	}

	private List<CorrectionPoint> open(WorkItem item) {
		return this.points.of(String.valueOf(item.subject().caseId()), State.OPEN);
	}

	private @Nullable String target(WorkItem item, CorrectionPoint point) {
		String kind = kind(point);
		DocumentKind document = kind == null ? null : this.packs.get(item.task().pack()).documents().get(kind);
		return document != null ? document.label() : point.subject().isEmpty() ? null : point.subject();
	}

	private static @Nullable String kind(CorrectionPoint point) {
		return point.subject().startsWith(DOCUMENT) ? point.subject().substring(DOCUMENT.length()) : null;
	}

}
