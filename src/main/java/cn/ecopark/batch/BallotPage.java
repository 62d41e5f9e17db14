package cn.ecopark.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.web.view.Choice;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.web.Entered;
import cn.ecopark.worklist.web.FormFields;
import cn.ecopark.worklist.web.PanelPage;
import cn.ecopark.worklist.web.panel.BallotPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/**
 * 逐园表决: shows each park that is asked about with how it stands, and reads what was
 * chosen.
 */
@Component
class BallotPage implements PanelPage {

	private static final String CHOICE = BallotRules.CHOICE;

	private static final String REASON = "reason.";

	private static final String DEPUTY = "deputy";

	private final Batches batches;

	private final Count count;

	private final BallotNotes notes;

	private final Wordings words;

	private final FormFields fields;

	BallotPage(Batches batches, Count count, BallotNotes notes, Wordings words, FormFields fields) {
		this.batches = batches;
		this.count = count;
		this.notes = notes;
		this.words = words;
		this.fields = fields;
	}

	@Override
	public String name() {
		return Purpose.BALLOT.panel();
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Entered entered, Map<String, String> problems) {
		Batch batch = this.batches.get(String.valueOf(item.subject().batchId()));
		Count.Reading reading = this.count.of(batch);
		List<BallotPanel.Park> parks = reading.askedIn(item)
			.stream()
			.map(place -> park(item, batch, reading, place, entered, problems))
			.toList();
		List<Choice> choices = item.description()
			.choices()
			.stream()
			.map(code -> new Choice(code, this.words.outcome(batch.release(), code), false))
			.toList();
		return new BallotPanel(parks, choices, !Count.Reading.isCoordination(item), !entered.field(DEPUTY).isEmpty(),
				this.fields.of(item, entered, problems));
	}

	@Override
	public BallotDecision read(Statement statement, Entered entered) {
		return new BallotDecision(statement, votes(entered), !entered.field(DEPUTY).isEmpty());
	}

	static Map<String, Decision.Vote> votes(Entered entered) {
		Map<String, Decision.Vote> votes = new LinkedHashMap<>();
		for (String name : entered.namesWith(CHOICE)) {
			String caseId = name.substring(CHOICE.length());
			votes.put(caseId, new Decision.Vote(entered.field(name), entered.field(REASON + caseId)));
		}
		return votes;
	}

	private BallotPanel.Park park(WorkItem item, Batch batch, Count.Reading reading, BatchItem place, Entered entered,
			Map<String, String> problems) {
		String choice = CHOICE + place.caseId();
		return new BallotPanel.Park(place.caseId(), place.park().name(), this.words.meta(place.park()),
				"/cases/" + place.caseId(), this.notes.about(batch, reading, place, Count.Reading.isCoordination(item)),
				entered.field(choice), entered.field(REASON + place.caseId()), problems.get(choice));
	}

}
