package cn.ecopark.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * 拟办: what one person of a unit has submitted where others of the unit have to sign
 * before it is decided.
 *
 * @param fields all that was entered on the page, by the name of the field
 * @param acts what has become of it, in the order in which it happened
 */
public record Proposal(long id, long itemId, String unitId, Hand proposer, String outcome,
		Map<String, List<String>> fields, ProposalBasis basis, List<Act> acts) {

	/** Who put his hand to it, and when. */
	public record Hand(long personId, String name, Instant at) {
	}

	/** What can become of a proposal. */
	public enum What {

		/** 审核: a colleague agrees, and others have to sign still. */
		REVIEWED,
		/** 退回. */
		SENT_BACK,
		/** 签发: it is decided. */
		SIGNED,
		/** 撤回, by whoever proposed it. */
		WITHDRAWN,
		/** 失效, by itself. */
		FELL

	}

	/**
	 * Something that has become of it.
	 *
	 * @param by null where it fell by itself
	 * @param reason why it was sent back; the {@link ProposalFall} where it fell
	 */
	public record Act(What what, @Nullable Hand by, Instant at, String reason) {
	}

	public boolean isWaiting() {
		return this.acts.stream().allMatch(act -> act.what() == What.REVIEWED);
	}

	/**
	 * @return who has put his hand to it: whoever proposed, then those who agreed
	 */
	public List<Hand> hands() {
		return Stream
			.concat(Stream.of(this.proposer),
					this.acts.stream()
						.filter(act -> act.what() == What.REVIEWED || act.what() == What.SIGNED)
						.map(Act::by)
						.flatMap(Stream::ofNullable))
			.toList();
	}

	public List<Long> persons() {
		return hands().stream().map(Hand::personId).toList();
	}

	/**
	 * @param persons how many have to sign in all
	 * @return whether the next signature carries it out
	 */
	public boolean isLastNext(int persons) {
		return hands().size() >= persons - 1;
	}

	/**
	 * @return what ended it; null while it waits
	 */
	public @Nullable Act end() {
		return this.acts.stream().filter(act -> act.what() != What.REVIEWED).findFirst().orElse(null);
	}

}
