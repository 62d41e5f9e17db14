package cn.ecopark.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.PointSubjects;
import cn.ecopark.form.FormVersion;
import cn.ecopark.organisation.Actor;
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

	private final CorrectionPoints points;

	private final PointSubjects subjects;

	private final Opinions opinions;

	private final FormFields fields;

	private final RulePacks packs;

	CorrectionPage(CorrectionPoints points, PointSubjects subjects, Opinions opinions, FormFields fields,
			RulePacks packs) {
		this.points = points;
		this.subjects = subjects;
		this.opinions = opinions;
		this.fields = fields;
		this.packs = packs;
	}

	@Override
	public String name() {
		return Purpose.CORRECTION.panel();
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Entered entered, Map<String, String> problems) {
		String caseId = String.valueOf(item.subject().caseId());
		List<CorrectionPoint> open = this.points.of(caseId, CorrectionPoints.State.OPEN);
		Map<String, String> labels = this.subjects.labels(caseId, open.stream().map(CorrectionPoint::subject).toList(),
				this.packs.get(item.task().release()), LocaleContextHolder.getLocale());
		List<CorrectionPanel.Point> shown = open.stream().map(point -> {
			String name = ANSWER + point.id();
			return new CorrectionPanel.Point(String.valueOf(point.id()), point.number(), labels.get(point.subject()),
					point.remark(), point.raisedBy(), PointSubjects.documentOf(point.subject()).orElse(null),
					PointSubjects.fieldOf(point.subject()).orElse(null), entered.field(name), problems.get(name));
		}).toList();
		return new CorrectionPanel(shown, this.fields.of(item, entered, problems, before(item, caseId)));
	}

	/** The form that is corrected begins as it was filled in last. */
	private UnaryOperator<String> before(WorkItem item, String caseId) {
		FormVersion form = item.form();
		return this.opinions.formOfPark(caseId, item.task().stage())
			.filter(opinion -> opinion.form() != null && opinion.form().equals(form))
			.map(opinion -> (UnaryOperator<String>) key -> typed(opinion.field(key)))
			.orElse(key -> "");
	}

	/** A box that was not ticked is not posted either. */
	private static String typed(String kept) {
		return Boolean.FALSE.toString().equals(kept) ? "" : kept;
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

}
