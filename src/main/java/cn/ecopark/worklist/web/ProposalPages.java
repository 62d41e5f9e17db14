package cn.ecopark.worklist.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;
import cn.ecopark.worklist.Proposal;
import cn.ecopark.worklist.Proposals;
import cn.ecopark.worklist.ReadProposal;
import cn.ecopark.worklist.Signatories;
import cn.ecopark.worklist.WorkItem;

/** Puts into words what is proposed in a task, and what its readers may do about it. */
@Component
class ProposalPages {

	private final ReadProposal reading;

	private final Proposals proposals;

	private final Signatories signatories;

	private final Texts texts;

	ProposalPages(ReadProposal reading, Proposals proposals, Signatories signatories, Texts texts) {
		this.reading = reading;
		this.proposals = proposals;
		this.signatories = signatories;
		this.texts = texts;
	}

	/**
	 * @param outcomes of the task, the one chosen that is proposed
	 * @param submission token of the page
	 * @return null where there is nothing to tell
	 */
	TaskPage.@Nullable ProposalView of(WorkItem item, Actor actor, List<TaskPage.Outcome> outcomes, String submission,
			Locale locale) {
		ReadProposal.Standing standing = this.reading.of(item, actor);
		if (!item.description().isSignedBySeveral() || !item.isOpen()) {
			return null;
		}
		if (standing != null && standing.isWaiting()) {
			return waiting(item, standing.proposal(), actor, outcomes, submission, locale);
		}
		String ahead = this.texts.in(locale, "worklist.proposal.ahead", item.description().signatures());
		return new TaskPage.ProposalView(false, "", List.of(),
				standing == null ? ahead : ended(standing, locale) + " " + ahead, List.of(), null);
	}

	/**
	 * @return by task of a list: for what its proposal waits, or that it came back
	 */
	Map<Long, Tag> tags(List<WorkItem> items, Actor actor, Locale locale) {
		Map<Long, WorkItem> several = new HashMap<>();
		items.stream()
			.filter(item -> item.description().isSignedBySeveral())
			.forEach(item -> several.put(item.id(), item));
		Map<Long, Tag> tags = new HashMap<>();
		this.proposals.newest(several.keySet()).forEach((id, proposal) -> {
			WorkItem item = several.get(id);
			Tag tag = item == null || !proposal.unitId().equals(actor.unitId()) ? null : tag(item, proposal, locale);
			if (tag != null) {
				tags.put(id, tag);
			}
		});
		return tags;
	}

	private @Nullable Tag tag(WorkItem item, Proposal proposal, Locale locale) {
		String name = proposal.proposer().name();
		Proposal.Act end = proposal.end();
		if (end == null) {
			return new Tag(this.texts.in(locale, "worklist.proposal.tag." + next(item, proposal), name), Tone.QUIET);
		}
		return end.what() == Proposal.What.SENT_BACK
				? new Tag(this.texts.in(locale, "worklist.proposal.tag.SENT_BACK", name), Tone.WARN) : null;
	}

	private TaskPage.ProposalView waiting(WorkItem item, Proposal proposal, Actor actor,
			List<TaskPage.Outcome> outcomes, String submission, Locale locale) {
		List<String> hands = new ArrayList<>();
		hands.add(hand("proposed", proposal.proposer(), locale));
		proposal.hands().stream().skip(1).forEach(by -> hands.add(hand("reviewed", by, locale)));
		String previewUrl = outcomes.stream().anyMatch(outcome -> outcome.chosen() && outcome.previewed())
				? "/tasks/" + item.id() + "/proposal/preview" : null;
		LegalRefusal refused = LegalRefusal.of(() -> this.signatories.requireMaySign(item, proposal, actor))
			.orElse(null);
		boolean own = proposal.persons().contains(actor.personId());
		String next = next(item, proposal);
		String told = own ? this.texts.in(locale, "worklist.proposal.own." + next)
				: refused == null ? null : this.texts.in(locale, refused.wordsKey(), refused.arguments());
		return new TaskPage.ProposalView(true, this.texts.in(locale, "worklist.proposal.state." + next), hands, told,
				actions(new Offered(item, proposal, actor, refused == null), asked(outcomes), submission, locale),
				previewUrl);
	}

	/**
	 * To whom what is offered.
	 *
	 * @param signs whether he may take the next step
	 */
	private record Offered(WorkItem item, Proposal proposal, Actor actor, boolean signs) {

		boolean sendsBack(Signatories signatories) {
			return LegalRefusal.of(() -> signatories.requireMaySendBack(this.item, this.proposal, this.actor))
				.isEmpty();
		}

	}

	private List<Action> actions(Offered to, String asked, String submission, Locale locale) {
		String url = "/tasks/" + to.item().id() + "/proposal/" + to.proposal().id();
		List<Action> actions = new ArrayList<>();
		if (to.signs()) {
			boolean last = to.proposal().isLastNext(to.item().description().signatures());
			actions
				.add(new Action(this.texts.in(locale, last ? "worklist.proposal.sign" : "worklist.proposal.review"),
						url + (last ? "/sign" : "/review"),
						last ? this.texts.in(locale, "worklist.proposal.sign.then") + asked
								: this.texts.in(locale, "worklist.proposal.review.then"),
						false, submission, Tone.STRONG));
		}
		if (to.sendsBack(this.signatories)) {
			actions.add(new Action(this.texts.in(locale, "worklist.proposal.send-back"), url + "/send-back",
					this.texts.in(locale, "worklist.proposal.send-back.then"), true, submission, Tone.WARN));
		}
		if (to.proposal().proposer().personId() == to.actor().personId()) {
			actions.add(new Action(this.texts.in(locale, "worklist.proposal.withdraw"), url + "/withdraw",
					this.texts.in(locale, "worklist.proposal.withdraw.then"), false, submission, Tone.QUIET));
		}
		return actions;
	}

	/** What cannot be undone by whoever signs; empty for nothing. */
	private static String asked(List<TaskPage.Outcome> outcomes) {
		return outcomes.stream()
			.filter(TaskPage.Outcome::chosen)
			.findFirst()
			.map(TaskPage.Outcome::asked)
			.map(asked -> " " + asked)
			.orElse("");
	}

	/** How the last one ended, told to whoever proposes anew. */
	private String ended(ReadProposal.Standing standing, Locale locale) {
		Proposal proposal = standing.proposal();
		String name = proposal.proposer().name();
		if (standing.fallen() != null) {
			return this.texts.in(locale, "worklist.proposal.fell." + standing.fallen(), name);
		}
		Proposal.Act end = proposal.end();
		if (end == null) {
			return this.texts.in(locale, "worklist.proposal.fell.TAKEN_AWAY", name);
		}
		Proposal.Hand by = end.by();
		return this.texts.in(locale, "worklist.proposal.ended." + end.what(), name, by == null ? "" : by.name(),
				moment(end.at(), locale), end.reason());
	}

	private String hand(String part, Proposal.Hand hand, Locale locale) {
		return this.texts.in(locale, "worklist.proposal.hand." + part, hand.name(), moment(hand.at(), locale));
	}

	private String moment(Instant at, Locale locale) {
		return DateTimeFormatter.ofPattern(this.texts.in(locale, "worklist.draft.moment"), locale)
			.format(at.atZone(CaseTime.ZONE));
	}

	private static String next(WorkItem item, Proposal proposal) {
		return proposal.isLastNext(item.description().signatures()) ? "to-sign" : "to-review";
	}

}
