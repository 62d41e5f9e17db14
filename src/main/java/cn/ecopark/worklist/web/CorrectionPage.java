package cn.ecopark.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.CorrectionRules;
import cn.ecopark.worklist.Decision.CorrectionDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.web.panel.CorrectionPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/** 逐项答复: shows the open points with what was typed, and reads the answers. */
@Component
class CorrectionPage implements PanelPage {

	private static final String ANSWER = CorrectionRules.ANSWER;

	private static final String DOCUMENT = "document:";

	private final CorrectionPoints points;

	private final FormFields fields;

	private final RulePacks packs;

	CorrectionPage(CorrectionPoints points, FormFields fields, RulePacks packs) {
		this.points = points;
		this.fields = fields;
		this.packs = packs;
	}

	@Override
	public String name() {
		return Purpose.CORRECTION.panel();
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Entered entered, Map<String, String> problems) {
		List<CorrectionPanel.Point> shown = this.points
			.of(String.valueOf(item.subject().caseId()), CorrectionPoints.State.OPEN)
			.stream()
			.map(point -> {
				String name = ANSWER + point.id();
				return new CorrectionPanel.Point(String.valueOf(point.id()), point.number(), target(item, point),
						point.remark(), point.raisedBy(), kind(point), entered.field(name), problems.get(name));
			})
			.toList();
		return new CorrectionPanel(shown, this.fields.of(item, entered, problems));
	}

	@Override
	public CorrectionDecision read(Statement statement, Entered entered) {
		return new CorrectionDecision(statement, answers(entered));
	}

	static Map<Long, String> answers(Entered entered) {
		Map<Long, String> answers = new LinkedHashMap<>();
		for (String name : entered.namesWith(ANSWER)) {
			String id = name.substring(ANSWER.length());
			if (id.matches("[0-9]{1,18}")) {
				answers.put(Long.valueOf(id), entered.field(name));
			}
		}
		return answers;
	}

	private @Nullable String target(WorkItem item, CorrectionPoint point) {
		String kind = kind(point);
		DocumentKind document = kind == null ? null : this.packs.get(item.task().release()).documents().get(kind);
		return document != null ? document.label() : point.subject().isEmpty() ? null : point.subject();
	}

	private static @Nullable String kind(CorrectionPoint point) {
		return point.subject().startsWith(DOCUMENT) ? point.subject().substring(DOCUMENT.length()) : null;
	}

}
