package cn.ecopark.expert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.expert.PanelMember.Invitation;
import cn.ecopark.organisation.Expert;
import cn.ecopark.worklist.FormSchemas;
import cn.ecopark.worklist.Submission;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.web.panel.ExpertPanel;
import cn.ecopark.worklist.web.panel.ExpertPanel.Candidate;

/**
 * Shows the expert pool with who is named, who has answered and who must not sit on this
 * panel.
 */
@Component
class ExpertsPanelView {

	private final Panels panels;

	private final PanelSettings settings;

	private final Recusal recusal;

	private final ExpertsPanel.Pool pool;

	private final Texts texts;

	ExpertsPanelView(Panels panels, PanelSettings settings, Recusal recusal, ExpertsPanel.Pool pool, Texts texts) {
		this.panels = panels;
		this.settings = settings;
		this.recusal = recusal;
		this.pool = pool;
		this.texts = texts;
	}

	/** Words and fields of the page. */
	@Component
	record Texts(MessageSource messages, FormSchemas schemas) {

		String of(String key, Object... arguments) {
			return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
		}

	}

	ExpertPanel of(WorkItem item, Submission entered, Map<String, String> problems) {
		EcoCase ecoCase = this.pool.caseOf(item);
		Map<Long, PanelMember> members = this.panels.all(ecoCase.id(), item.task().processKey())
			.stream()
			.collect(Collectors.toMap(PanelMember::personId, Function.identity()));
		Set<Long> chosen = chosen(entered, members);
		List<Candidate> candidates = this.pool.experts()
			.values()
			.stream()
			.map(expert -> candidate(expert, ecoCase, members.get(expert.personId()), chosen))
			.toList();
		return new ExpertPanel(candidates, leader(entered, members), this.settings.leastMembers(ecoCase.id()),
				List.of(), null, warning(ecoCase.id(), chosen.size()),
				this.texts.schemas().fields(item, entered, problems));
	}

	private Candidate candidate(Expert expert, EcoCase ecoCase, @Nullable PanelMember member, Set<Long> chosen) {
		String recused = this.recusal.against(expert, ecoCase)
			.map(ground -> this.texts.of("expert.recusal." + ground.name()))
			.orElse(null);
		String invitation = member == null ? null : this.texts.of("expert.invitation." + member.invitation().name());
		return new Candidate(String.valueOf(expert.personId()), expert.name(), expert.employer() + " " + expert.title(),
				expert.field(), invitation, recused, member != null && member.hasDeclined(),
				chosen.contains(expert.personId()));
	}

	/** Until something is typed: whoever has accepted. */
	private static Set<Long> chosen(Submission entered, Map<Long, PanelMember> members) {
		Set<Long> chosen = new TreeSet<>(ExpertsPanel.named(entered));
		members.values()
			.stream()
			.filter(member -> member.invitation() == Invitation.ACCEPTED)
			.forEach(member -> chosen.add(member.personId()));
		return chosen;
	}

	private static @Nullable String leader(Submission entered, Map<Long, PanelMember> members) {
		return ExpertsPanel.leader(entered)
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
		return even && this.settings.warnsOfEvenNumber(caseId) ? this.texts.of("expert.warning.even", chosen) : null;
	}

}
