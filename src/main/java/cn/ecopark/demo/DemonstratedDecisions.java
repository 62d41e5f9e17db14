package cn.ecopark.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.casefile.CorrectionPoints.NewPoint;
import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.FormValues;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.CorrectionDecision;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Decision.MeetingDecision;
import cn.ecopark.worklist.Decision.NoticeDecision;
import cn.ecopark.worklist.Decision.PanelDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanels;

/** Makes of what the script says the decision that a step takes. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class DemonstratedDecisions {

	private final Script script;

	private final WorkPanels panels;

	private final FormSchemas forms;

	private final CorrectionPoints points;

	private final BatchItems places;

	private final Cases cases;

	private final Performers performers;

	private final CaseTime time;

	DemonstratedDecisions(Script script, WorkPanels panels, FormSchemas forms, CorrectionPoints points,
			BatchItems places, Cases cases, Performers performers, CaseTime time) {
		this.script = script;
		this.panels = panels;
		this.forms = forms;
		this.points = points;
		this.places = places;
		this.cases = cases;
		this.performers = performers;
		this.time = time;
	}

	/**
	 * @param experts sign-in names, the leader first
	 */
	Decision of(WorkItem item, Script.Step step, List<String> experts) {
		Statement statement = new Statement(step.outcome(), words(step.opinion()),
				step.points().stream().map((remark) -> new NewPoint("", remark)).toList(), form(item, step));
		Class<? extends Decision> takes = this.panels.takes(item);
		if (takes == CorrectionDecision.class) {
			return new CorrectionDecision(statement, replies(item));
		}
		if (takes == BallotDecision.class) {
			return new BallotDecision(statement, votes(item, step), false);
		}
		if (takes == PanelDecision.class) {
			Set<Long> named = experts.stream()
				.map(this.performers::expert)
				.collect(Collectors.toCollection(LinkedHashSet::new));
			return new PanelDecision(statement, named, named.stream().findFirst().orElse(null));
		}
		if (takes == MeetingDecision.class) {
			return new MeetingDecision(statement);
		}
		return takes == NoticeDecision.class ? new NoticeDecision(statement) : new FormDecision(statement);
	}

	private FormValues form(WorkItem item, Script.Step step) {
		if (item.form() == null) {
			return FormValues.NONE;
		}
		Map<String, String> told = new HashMap<>(this.script.answers());
		told.putAll(step.form());
		return new SampleAnswers(told, this.time.today(), step.share()).fill(this.forms.get(item.form()));
	}

	private Map<Long, String> replies(WorkItem item) {
		return this.points.of(String.valueOf(item.subject().caseId()), CorrectionPoints.State.OPEN)
			.stream()
			.collect(Collectors.toMap(CorrectionPoint::id, (point) -> this.script.reply()));
	}

	/** What is chosen otherwise than for the others needs a reason. */
	private Map<String, Decision.Vote> votes(WorkItem item, Script.Step step) {
		Map<String, Decision.Vote> votes = new LinkedHashMap<>();
		for (BatchItem place : this.places.of(String.valueOf(item.subject().batchId()))) {
			String exception = step.exceptions().get(this.cases.get(place.caseId()).park().name());
			boolean reasoned = exception != null || step.exceptions().isEmpty();
			votes.put(place.caseId(), new Decision.Vote(exception != null ? exception : words(step.choice()),
					reasoned ? words(step.opinion()) : ""));
		}
		return votes;
	}

	private static String words(@Nullable String words) {
		return words == null ? "" : words;
	}

}
