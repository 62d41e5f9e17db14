package cn.ecopark.worklist;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.RepetitionRules;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;

/** 第几次、至多几次: how often a step has ended so, and how often it may. */
@Component
public class OutcomeCounts {

	private final Opinions opinions;

	private final RulePacks packs;

	OutcomeCounts(Opinions opinions, RulePacks packs) {
		this.opinions = opinions;
		this.packs = packs;
	}

	/**
	 * @param taken how often the step has ended so in this stage of the case
	 * @param most how often it may
	 */
	public record Count(int taken, int most) {
	}

	/**
	 * @return by outcome, for those that the pack limits
	 */
	public Map<String, Count> of(WorkItem item) {
		RulePack pack = this.packs.get(item.task().release());
		Map<String, Count> counts = new LinkedHashMap<>();
		for (String outcome : item.description().outcomes()) {
			pack.mostTimes(item.task().stage(), outcome)
				.ifPresent(most -> counts.put(outcome, new Count(taken(item, outcome), most)));
		}
		return counts;
	}

	/**
	 * @return by outcome, which the step may not end with any more, and why
	 */
	public Map<String, LegalRefusal> closedOutcomes(WorkItem item) {
		RulePack pack = this.packs.get(item.task().release());
		Map<String, LegalRefusal> closed = new LinkedHashMap<>();
		of(item)
			.forEach((outcome,
					count) -> LegalRefusal.of(() -> RepetitionRules
						.outcomeIsTakenOnlySoOften(label(pack.outcome(outcome)), count.taken(), count.most()))
						.ifPresent(tooOften -> closed.put(outcome, tooOften)));
		return closed;
	}

	private int taken(WorkItem item, String outcome) {
		return this.opinions.times(item.subject().dossierId(), new Opinion.Step(item.task().stage(),
				item.task().taskKey(), item.task().name(), item.description().purpose()), outcome);
	}

	private static String label(OutcomeKind kind) {
		return Texts.english(LocaleContextHolder.getLocale()) ? kind.englishLabel() : kind.label();
	}

}
