package cn.ecopark.expert;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.People;
import cn.ecopark.worklist.Submission;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/**
 * 组建专家组: the Office names the experts and their leader; who has a conflict is refused.
 */
@Component
class ExpertsPanel implements WorkPanel {

	static final String EXPERT = "expert";

	static final String LEADER = "leader";

	private final Panels panels;

	private final PanelSettings settings;

	private final Recusal recusal;

	private final Pool pool;

	private final ExpertsPanelView view;

	ExpertsPanel(Panels panels, PanelSettings settings, Recusal recusal, Pool pool, ExpertsPanelView view) {
		this.panels = panels;
		this.settings = settings;
		this.recusal = recusal;
		this.pool = pool;
		this.view = view;
	}

	/** Whom the Office can choose from, and for which case. */
	@Component
	record Pool(People people, Cases cases) {

		Map<Long, Expert> experts() {
			return this.people.experts()
				.stream()
				.collect(Collectors.toMap(Expert::personId, expert -> expert, (one, same) -> one, LinkedHashMap::new));
		}

		EcoCase caseOf(WorkItem item) {
			return this.cases.get(String.valueOf(item.subject().caseId()));
		}

	}

	@Override
	public String name() {
		return "panel";
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Submission entered, Map<String, String> problems) {
		return this.view.of(item, entered, problems);
	}

	@Override
	public void check(WorkItem item, Submission submission, Map<String, FieldError> errors) {
		EcoCase ecoCase = this.pool.caseOf(item);
		Map<Long, Expert> experts = this.pool.experts();
		Set<Long> named = named(submission);
		for (long person : named) {
			Expert expert = experts.get(person);
			if (expert == null) {
				errors.put(EXPERT, new FieldError("expert.error.unknown"));
			}
			else if (this.recusal.against(expert, ecoCase).isPresent()) {
				errors.put(EXPERT, new FieldError("expert.error.recused", expert.name()));
			}
			else {
				LegalErrors.collect(errors,
						() -> this.panels.requireNotDeclined(ecoCase.id(), item.task().processKey(), Set.of(person)));
			}
		}
		Set<Long> members = members(ecoCase.id(), item, submission);
		int least = this.settings.leastMembers(ecoCase.id());
		if (!errors.containsKey(EXPERT) && members.size() < least) {
			errors.put(EXPERT, new FieldError("expert.error.too-few", least, members.size()));
		}
		if (leader(submission).filter(members::contains).isEmpty()) {
			errors.put(LEADER, new FieldError("expert.error.leader-missing"));
		}
	}

	@Override
	public void carryOut(WorkItem item, Submission submission, Decision decision) {
		String caseId = String.valueOf(item.subject().caseId());
		this.panels.form(caseId, item.task().processKey(), named(submission), leader(submission).orElseThrow());
	}

	/** Who will sit on the panel if all accept: whoever has accepted before stays. */
	private Set<Long> members(String caseId, WorkItem item, Submission submission) {
		Set<Long> members = new TreeSet<>(named(submission));
		members.addAll(this.panels.members(caseId, item.task().processKey()));
		return members;
	}

	static Set<Long> named(Submission submission) {
		return submission.all(EXPERT)
			.stream()
			.filter(id -> id.matches("\\d{1,18}"))
			.map(Long::valueOf)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	static Optional<Long> leader(Submission submission) {
		return Optional.of(submission.field(LEADER)).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf);
	}

}
