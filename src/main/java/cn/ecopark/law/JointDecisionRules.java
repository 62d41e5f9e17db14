package cn.ecopark.law;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * 联合行文: a document of several bodies says what all of them have agreed to, about this
 * park, in this text, by those who are party to it on the day of the decision.
 * 《党政机关公文处理工作条例》 16: 部门之间未协商一致的，不得向下行文.
 *
 * @param policy what counts as agreed
 * @param bodies who is party on the day of the decision, lead body first
 * @param text digest of the text that is to be issued; empty where none was drafted
 */
public record JointDecisionRules(Policy policy, List<Body> bodies, String text) {

	public JointDecisionRules {
		bodies = List.copyOf(bodies);
	}

	/** What counts as agreed; a setting of the rule pack. */
	public enum Policy {

		/** 一致同意: every body agrees. 条例 16. */
		UNANIMOUS,
		/**
		 * More than half of the bodies agree. No source is known for joint decisions of
		 * ministries; the rule pack has to name one.
		 */
		MAJORITY

	}

	/** A body that is party to the decision, and what it is called on its day. */
	public record Body(String id, String name) {
	}

	/**
	 * What a body has said about one park in the present round.
	 *
	 * @param text digest of the text it was asked about; empty where it was asked before
	 * texts were recorded
	 */
	public record Vote(String bodyId, boolean agrees, String text) {
	}

	/**
	 * @return whether the votes are an agreement by the policy. Silence, abstention and a
	 * vote on another text are none; without a body or a text there is no decision.
	 */
	public boolean isAgreed(Collection<Vote> votes) {
		long agreeing = this.bodies.stream().filter(body -> hasAgreed(body, votes)).count();
		return !this.bodies.isEmpty() && !this.text.isEmpty() && switch (this.policy) {
			case UNANIMOUS -> agreeing == this.bodies.size();
			case MAJORITY -> agreeing * 2 > this.bodies.size();
		};
	}

	/**
	 * 未协商一致的，不得行文.
	 * @param park what the refusal names
	 * @throws LegalRefusal when a body was not asked, or about another text, or has not
	 * agreed
	 */
	public void requireAgreement(String park, Collection<Vote> votes) {
		if (isAgreed(votes)) {
			return;
		}
		requireBodies(park);
		if (this.text.isEmpty()) {
			throw LegalRefusal.ofProcedure("text-missing", park);
		}
		refuseIfAny("ballots-missing", park, body -> vote(body, votes).isEmpty());
		refuseIfAny("ballots-on-another-text", park,
				body -> vote(body, votes).filter(vote -> !isOnThisText(vote)).isPresent());
		refuseIfAny("not-agreed", park, body -> !hasAgreed(body, votes));
	}

	/**
	 * A joint decision is somebody's; nobody is asked about one that is nobody's.
	 * @param about what the refusal names
	 * @throws LegalRefusal when no body is party on the day
	 */
	public void requireBodies(String about) {
		if (this.bodies.isEmpty()) {
			throw LegalRefusal.ofProcedure("no-body-decides", about);
		}
	}

	/**
	 * @return whether the body is party to the decision
	 */
	public boolean isParty(String bodyId) {
		return this.bodies.stream().anyMatch(body -> body.id().equals(bodyId));
	}

	/**
	 * Only who is party votes, freely and once.
	 * @param choices what the step lets the body choose
	 * @param agreeing the choice that agrees
	 * @throws LegalRefusal when the voter is not party, or the step leaves nothing to
	 * choose
	 */
	public void requireMayVote(String bodyId, Collection<String> choices, String agreeing) {
		if (!isParty(bodyId)) {
			throw LegalRefusal.ofProcedure("voter-not-party", names(this.bodies));
		}
		if (!choices.contains(agreeing) || choices.size() < 2) {
			throw LegalRefusal.ofProcedure("vote-not-free");
		}
	}

	private boolean hasAgreed(Body body, Collection<Vote> votes) {
		return vote(body, votes).filter(vote -> vote.agrees() && isOnThisText(vote)).isPresent();
	}

	private boolean isOnThisText(Vote vote) {
		return vote.text().isEmpty() || vote.text().equals(this.text);
	}

	private static Optional<Vote> vote(Body body, Collection<Vote> votes) {
		return votes.stream().filter(vote -> vote.bodyId().equals(body.id())).findFirst();
	}

	private void refuseIfAny(String rule, String park, Predicate<Body> lacking) {
		List<Body> found = this.bodies.stream().filter(lacking).toList();
		if (!found.isEmpty()) {
			throw LegalRefusal.ofProcedure(rule, park, names(found));
		}
	}

	private static String names(List<Body> bodies) {
		return bodies.stream().map(Body::name).collect(Collectors.joining("、"));
	}

}
