package cn.ecopark.expert;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.form.InputError;
import cn.ecopark.organisation.Expert;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.PanelDecision;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;

/**
 * 组建专家组: the Office names the experts and their leader; who has a conflict is refused.
 */
@Component
class ExpertsPanel implements WorkPanel<PanelDecision> {

	static final String EXPERT = "expert";

	static final String LEADER = "leader";

	private final Panels panels;

	private final PanelSettings settings;

	private final Recusal recusal;

	private final ExpertPool pool;

	ExpertsPanel(Panels panels, PanelSettings settings, Recusal recusal, ExpertPool pool) {
		this.panels = panels;
		this.settings = settings;
		this.recusal = recusal;
		this.pool = pool;
	}

	@Override
	public String name() {
		return Purpose.PANEL_FORMATION.panel();
	}

	@Override
	public Class<PanelDecision> takes() {
		return PanelDecision.class;
	}

	@Override
	public void check(WorkItem item, PanelDecision decision, Map<String, InputError> errors) {
		EcoCase ecoCase = this.pool.caseOf(item);
		Map<Long, Expert> experts = this.pool.experts();
		for (long person : decision.experts()) {
			Expert expert = experts.get(person);
			if (expert == null) {
				errors.put(EXPERT, new InputError("expert.error.unknown"));
			}
			else if (this.recusal.against(expert, ecoCase).isPresent()) {
				errors.put(EXPERT, new InputError("expert.error.recused", expert.name()));
			}
			else {
				LegalErrors.collect(errors,
						() -> this.panels.requireNotDeclined(ecoCase.id(), item.task().stage(), Set.of(person)));
			}
		}
		Set<Long> members = members(ecoCase.id(), item, decision);
		int least = this.settings.leastMembers(ecoCase.id());
		if (!errors.containsKey(EXPERT) && members.size() < least) {
			errors.put(EXPERT, new InputError("expert.error.too-few", least, members.size()));
		}
		Long leader = decision.leader();
		if (leader == null || !members.contains(leader)) {
			errors.put(LEADER, new InputError("expert.error.leader-missing"));
		}
	}

	@Override
	public void carryOut(WorkItem item, PanelDecision decision, Kept kept) {
		String caseId = String.valueOf(item.subject().caseId());
		this.panels.form(caseId, item.task().stage(), decision.experts(),
				Objects.requireNonNull(decision.leader(), "A panel is formed with its leader"));
	}

	/** Who will sit on the panel if all accept: whoever has accepted before stays. */
	private Set<Long> members(String caseId, WorkItem item, PanelDecision decision) {
		Set<Long> members = new TreeSet<>(decision.experts());
		members.addAll(this.panels.members(caseId, item.task().stage()));
		return members;
	}

}
