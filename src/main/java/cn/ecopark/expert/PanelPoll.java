package cn.ecopark.expert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.expert.JdbcPanelRecord.Cast;
import cn.ecopark.expert.JdbcPanelRecord.Round;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.PanelRules;
import cn.ecopark.law.PanelRules.Conclusion;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItemHolders;

/**
 * Who has a seat on a panel, what each has voted, and what the panel may conclude from
 * it.
 */
@Component
class PanelPoll {

	/** The work panel by which diagrams ask members for their own opinion. */
	static final String VOTE = Purpose.PANEL_VOTE.panel();

	private final JdbcPanelRecord record;

	private final Panels panels;

	private final PanelSettings settings;

	private final WorkItemHolders holders;

	private final CaseTime time;

	PanelPoll(JdbcPanelRecord record, Panels panels, PanelSettings settings, WorkItemHolders holders, CaseTime time) {
		this.record = record;
		this.panels = panels;
		this.settings = settings;
		this.holders = holders;
		this.time = time;
	}

	/**
	 * @return the panel as it was formed last
	 * @throws LegalRefusal when none was
	 */
	Round round(String caseId, String stage) {
		return this.record.round(caseId, stage).orElseThrow(() -> LegalRefusal.ofProcedure("panel-opinion-missing"));
	}

	/**
	 * @return every seat with the outcome its member has voted last, {@code null} for
	 * silence; the leader first
	 */
	Map<Seat, @Nullable String> votes(String caseId, String stage) {
		Round round = round(caseId, stage);
		Map<Seat, String> cast = this.record.votes(round).stream().collect(Collectors.toMap(Cast::seat, Cast::outcome));
		Map<Seat, @Nullable String> votes = new LinkedHashMap<>();
		seats(caseId, stage).forEach(seat -> votes.put(seat, cast.get(seat)));
		return votes;
	}

	/**
	 * Experts who have accepted sit there by name, a department once it has been asked.
	 */
	List<Seat> seats(String caseId, String stage) {
		List<Seat> seats = new ArrayList<>();
		this.panels.members(caseId, stage).forEach(person -> seats.add(Seat.ofExpert(person)));
		this.holders.unitsAsked(caseId, stage, Purpose.PANEL_VOTE, round(caseId, stage).formedAt())
			.forEach(unit -> seats.add(Seat.ofUnit(unit)));
		return seats;
	}

	/**
	 * Keeps a member's own opinion.
	 * @throws LegalRefusal when whoever voted has no seat
	 */
	void vote(WorkItem item, String outcome, long opinionId) {
		String caseId = String.valueOf(item.subject().caseId());
		String stage = item.task().stage();
		Seat seat = Seat.of(item.holder());
		String unit = seat.unitId();
		PanelRules.onlyMembersTakePart(unit == null ? this.panels.members(caseId, stage).contains(seat.personId())
				: this.settings.departments(caseId, this.time.today()).contains(unit));
		this.record.vote(round(caseId, stage), seat, outcome, opinionId);
	}

	/**
	 * @param outcomes with which the leader's step may end
	 * @return why the panel may not conclude one of them, by outcome
	 */
	Map<String, LegalRefusal> closed(String caseId, String stage, List<String> outcomes) {
		List<Conclusion> offered = outcomes.stream()
			.flatMap(outcome -> this.settings.conclusion(caseId, outcome).stream())
			.toList();
		List<PanelRules.Vote> votes = votes(caseId, stage).entrySet()
			.stream()
			.map(vote -> new PanelRules.Vote(vote.getKey().isExperts(),
					Optional.ofNullable(vote.getValue())
						.flatMap(outcome -> this.settings.conclusion(caseId, outcome))
						.orElse(null)))
			.toList();
		Map<String, LegalRefusal> closed = new LinkedHashMap<>();
		offered.forEach(conclusion -> PanelRules.against(conclusion, offered, votes, this.settings.policy(caseId))
			.ifPresent(refusal -> closed.put(conclusion.code(), refusal)));
		return closed;
	}

}
