package cn.ecopark.law;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a panel may conclude, when its opinion holds and who may lead it. The yardstick is
 * 规划环境影响评价条例, 第十八条 and 第十九条; the shares are settings of the rule pack.
 */
public final class PanelRules {

	/** Name of the input by which the outcome of a step is chosen. */
	private static final String OUTCOME = "outcome";

	/** Name of the input for the written opinion. */
	private static final String OPINION = "opinion";

	private PanelRules() {
	}

	/**
	 * The shares that a panel is measured by.
	 *
	 * @param experts of the members who must be experts
	 * @param quorum of the members whose own opinions must be in
	 * @param support of all members that any conclusion but the worst needs
	 * @param signatures of all members that the opinion needs to hold
	 */
	public record Policy(Share experts, Share quorum, Share support, Share signatures) {
	}

	/**
	 * What a member may vote, and what the panel may conclude.
	 *
	 * @param label what it is called
	 * @param rank its place in the order of severity; the lower, the better for the
	 * applicant
	 */
	public record Conclusion(String code, String label, int rank) {

		boolean isAtLeastAsGoodAs(Conclusion other) {
			return this.rank <= other.rank;
		}

	}

	/**
	 * A member with his own opinion.
	 *
	 * @param expert false for the representative of a department
	 * @param opinion {@code null} while he is silent
	 */
	public record Vote(boolean expert, @Nullable Conclusion opinion) {

		boolean isIn() {
			return this.opinion != null;
		}

		/** Whoever would pass it himself supports a stricter conclusion too. */
		boolean supports(Conclusion conclusion) {
			return this.opinion != null && this.opinion.isAtLeastAsGoodAs(conclusion);
		}

	}

	/**
	 * 条例第十八条: 专家人数不得少于审查小组总人数的二分之一；少于二分之一的，审查意见无效.
	 */
	public static void panelMustConsistOfEnoughExperts(List<Vote> votes, Share least) {
		int experts = count(votes, Vote::expert);
		if (!least.isReachedBy(experts, votes.size())) {
			throw LegalRefusal.ofProcedure("panel-experts-too-few", votes.size(), experts, least.leastOf(votes.size()));
		}
	}

	/**
	 * The opinion is the members' own (条例第十九条: 审查小组的成员应当客观、公正、独立地提出书面审查意见): where nobody,
	 * or too few, have given one, there is nothing to conclude from.
	 */
	public static void conclusionNeedsTheOpinionsOfMembers(List<Vote> votes, Share quorum) {
		int in = count(votes, Vote::isIn);
		if (in == 0) {
			throw LegalRefusal.ofProcedure("panel-without-opinions", votes.size());
		}
		if (!quorum.isReachedBy(in, votes.size())) {
			throw LegalRefusal.ofProcedure("panel-without-quorum", votes.size(), in, quorum.leastOf(votes.size()));
		}
	}

	/**
	 * A conclusion cannot be better than the members' own opinions allow: the share of
	 * all members must hold an opinion at least as good. The worst that can be concluded
	 * grants nothing and needs no such support.
	 * @param offered everything that could be concluded
	 */
	public static void conclusionMustNotBeBetterThanItsVotes(Conclusion conclusion, Collection<Conclusion> offered,
			List<Vote> votes, Share support) {
		boolean worst = offered.stream().allMatch(other -> other.isAtLeastAsGoodAs(conclusion));
		if (worst || support.isReachedBy(count(votes, vote -> vote.supports(conclusion)), votes.size())) {
			return;
		}
		List<Conclusion> against = votes.stream()
			.filter(vote -> vote.isIn() && !vote.supports(conclusion))
			.map(Vote::opinion)
			.toList();
		int onlyExperts = votes.stream().allMatch(Vote::expert) ? 0 : 1;
		int needed = support.leastOf(votes.size());
		throw against.isEmpty()
				? LegalRefusal.atField("conclusion-short-of-support", OUTCOME, votes.size(), onlyExperts,
						count(votes, Vote::isIn), conclusion.label(), needed)
				: LegalRefusal.atField("conclusion-better-than-votes", OUTCOME, votes.size(), onlyExperts,
						against.size(), labels(against), conclusion.label(), needed);
	}

	/**
	 * @return why the panel may not conclude that; empty when it may
	 */
	public static Optional<LegalRefusal> against(Conclusion conclusion, Collection<Conclusion> offered,
			List<Vote> votes, Policy policy) {
		return LegalRefusal.of(() -> {
			panelMustConsistOfEnoughExperts(votes, policy.experts());
			conclusionNeedsTheOpinionsOfMembers(votes, policy.quorum());
			conclusionMustNotBeBetterThanItsVotes(conclusion, offered, votes, policy.support());
		});
	}

	/** Only its leader concludes for a panel. */
	public static void onlyTheLeaderConcludes(boolean leader) {
		if (!leader) {
			throw LegalRefusal.ofProcedure("conclusion-not-by-leader");
		}
	}

	/** Nobody but a member votes in a panel or signs its opinion. */
	public static void onlyMembersTakePart(boolean member) {
		if (!member) {
			throw LegalRefusal.ofProcedure("not-of-the-panel");
		}
	}

	/**
	 * 条例第十九条: 审查意见应当经审查小组四分之三以上成员签字同意.
	 * @return whether the opinion holds
	 */
	public static boolean opinionHolds(int signed, int members, Share signatures) {
		return signatures.isReachedBy(signed, members);
	}

	/** 条例第十九条: 审查小组成员有不同意见的，应当如实记录和反映. What is not said cannot be recorded. */
	public static void dissentMustBeSaid(boolean dissents, String words) {
		if (dissents && words.isBlank()) {
			throw LegalRefusal.atField("dissent-without-words", OPINION);
		}
	}

	/** Whoever says that the panel comes to no conclusion says why. */
	public static void lackOfConclusionMustBeReasoned(String words) {
		if (words.isBlank()) {
			throw LegalRefusal.atField("no-conclusion-without-reason", OPINION);
		}
	}

	/**
	 * 条例第十九条 lists what an opinion must cover.
	 * @param points what the pack asks for, by key
	 * @param written what was written on each
	 * @return keys of the points that nothing was written on, in their order
	 */
	public static List<String> pointsNotCovered(Collection<String> points, Map<String, String> written) {
		return points.stream().filter(point -> written.getOrDefault(point, "").isBlank()).toList();
	}

	/**
	 * A stage that is a panel's to decide ends by an opinion of the panel that holds, and
	 * well only by one that is not against the applicant.
	 * @param endsWell whether the end of the stage takes the case forward
	 * @param held whether an opinion of the panel holds
	 * @param heldAgainst whether the opinion that holds is against the applicant
	 */
	public static void stageEndsByAnOpinionThatHolds(boolean endsWell, boolean held, boolean heldAgainst) {
		if (!held) {
			throw LegalRefusal.ofProcedure("panel-opinion-missing");
		}
		if (endsWell && heldAgainst) {
			throw LegalRefusal.ofProcedure("panel-opinion-against");
		}
	}

	/**
	 * 条例第十九条: 召集审查小组的单位不得干预. A leader is replaced only where nothing else helps: he is
	 * behind his limit, or his account has been closed.
	 * @param late whether the limit of his task has ended
	 * @param accountOpen whether he can still sign in
	 */
	public static void leaderIsReplacedOnlyWhenLateOrGone(String name, boolean late, boolean accountOpen) {
		if (!late && accountOpen) {
			throw LegalRefusal.ofProcedure("leader-neither-late-nor-gone", name);
		}
	}

	/** 独立: whoever has declined is not pressed; the panel is completed by others. */
	public static void whoDeclinedIsNotAskedAgain(String name, boolean declined) {
		if (declined) {
			throw LegalRefusal.atField("expert-has-declined", "expert", name);
		}
	}

	private static int count(List<Vote> votes, Predicate<Vote> which) {
		return Math.toIntExact(votes.stream().filter(which).count());
	}

	private static String labels(List<Conclusion> conclusions) {
		return conclusions.stream()
			.sorted(Comparator.comparingInt(Conclusion::rank))
			.map(Conclusion::label)
			.distinct()
			.collect(Collectors.joining("、"));
	}

}
