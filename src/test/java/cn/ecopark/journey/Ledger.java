package cn.ecopark.journey;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What a client has sent, each with a text of its own, and of what it was told that it is
 * done.
 */
final class Ledger {

	/** What texts of acts begin with; as long as a reason must be. */
	static final String MARK = "虚构的意见，用来核对记录是否齐全，编号";

	private static final String CASE = "case";

	private final AtomicInteger numbers = new AtomicInteger();

	private final Map<String, Boolean> acts = new ConcurrentHashMap<>();

	/**
	 * @return a text that no other act has; from now on it may be on record
	 */
	String sends() {
		return sends(MARK);
	}

	/** The same of a case that is begun, which has no text. */
	String begins() {
		return sends(CASE);
	}

	private String sends(String what) {
		String mark = what + this.numbers.incrementAndGet();
		this.acts.put(mark, false);
		return mark;
	}

	/** From now on that must be on record. */
	void isTold(String mark) {
		this.acts.put(mark, true);
	}

	Set<String> sent() {
		return marks(MARK, false);
	}

	Set<String> told() {
		return marks(MARK, true);
	}

	int casesSent() {
		return marks(CASE, false).size();
	}

	int casesTold() {
		return marks(CASE, true).size();
	}

	private Set<String> marks(String what, boolean told) {
		return this.acts.entrySet()
			.stream()
			.filter(act -> act.getKey().startsWith(what) && (act.getValue() || !told))
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

}
