package cn.ecopark.expert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.expert.PanelMember.Invitation;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Expert;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.Decision.PanelDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.web.Entered;
import cn.ecopark.worklist.web.FormFields;
import cn.ecopark.worklist.web.PanelPage;
import cn.ecopark.worklist.web.panel.ExpertPanel.Candidate;
import cn.ecopark.worklist.web.panel.ExpertPanel;

/**
 * 组建专家组: shows the expert pool with who is named, who has answered and who must not sit
 * on this panel, and reads who was named.
 */
@Component
class ExpertsPage implements PanelPage {

	private final Panels panels;

	private final PanelSettings settings;

	private final Recusal recusal;

	private final ExpertPool pool;

	private final Texts texts;

	private final FormFields fields;

	ExpertsPage(Panels panels, PanelSettings settings, Recusal recusal, ExpertPool pool, Texts texts,
			FormFields fields) {
		this.panels = panels;
		this.settings = settings;
		this.recusal = recusal;
		this.pool = pool;
		this.texts = texts;
		this.fields = fields;
	}

	@Override
	public String name() {
		return Purpose.PANEL_FORMATION.panel();
	}

	@Override
	public PanelDecision read(Statement statement, Entered entered) {
		return new PanelDecision(statement, named(entered), leader(entered).orElse(null));
	}

	@Override
	public ExpertPanel view(WorkItem item, Actor actor, Entered entered, Map<String, String> problems) {
		EcoCase ecoCase = this.pool.caseOf(item);
		Map<Long, PanelMember> members = this.panels.all(ecoCase.id(), item.task().stage())
			.stream()
			.collect(Collectors.toMap(PanelMember::personId, Function.identity()));
		Set<Long> chosen = chosen(entered, members);
		List<Candidate> candidates = this.pool.experts()
			.values()
			.stream()
			.map(expert -> candidate(expert, ecoCase, members.get(expert.personId()), chosen))
			.toList();
		return new ExpertPanel(candidates, leader(entered, members), this.settings.leastMembers(ecoCase.id()),
				List.of(), null, warning(ecoCase.id(), chosen.size()), this.fields.of(item, entered, problems));
	}

	private Candidate candidate(Expert expert, EcoCase ecoCase, @Nullable PanelMember member, Set<Long> chosen) {
		String recused = this.recusal.against(expert, ecoCase)
			.map(ground -> this.texts.text("expert.recusal." + ground.name()))
			.orElse(null);
		String invitation = member == null ? null : this.texts.text("expert.invitation." + member.invitation().name());
		return new Candidate(String.valueOf(expert.personId()), expert.name(), expert.employer() + " " + expert.title(),
				expert.field(), invitation, recused, member != null && member.hasDeclined(),
				chosen.contains(expert.personId()));
	}

	/** Until something is typed: whoever has accepted. */
	private static Set<Long> chosen(Entered entered, Map<Long, PanelMember> members) {
		Set<Long> chosen = new TreeSet<>(named(entered));
		members.values()
			.stream()
			.filter(member -> member.invitation() == Invitation.ACCEPTED)
			.forEach(member -> chosen.add(member.personId()));
		return chosen;
	}

	private static @Nullable String leader(Entered entered, Map<Long, PanelMember> members) {
		return leader(entered)
			.or(() -> members.values()
				.stream()
				.filter(member -> member.leader() && member.hasAccepted())
				.map(PanelMember::personId)
				.findFirst())
			.map(String::valueOf)
			.orElse(null);
	}

	private @Nullable String warning(String caseId, int chosen) {
		boolean even = chosen > 0 && chosen % 2 == 0;
		return even && this.settings.warnsOfEvenNumber(caseId) ? this.texts.text("expert.warning.even", chosen) : null;
	}

	private static Set<Long> named(Entered entered) {
		return entered.all(ExpertsPanel.EXPERT)
			.stream()
			.filter(ExpertsPage::isId)
			.map(Long::valueOf)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Optional<Long> leader(Entered entered) {
		return Optional.of(entered.field(ExpertsPanel.LEADER)).filter(ExpertsPage::isId).map(Long::valueOf);
	}

	private static boolean isId(String typed) {
		return typed.matches("[0-9]{1,18}");
	}

}
