package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

import cn.ecopark.reading.RunningText.Sentence;

/**
 * Which sentences of two texts correspond. Those that stand once on both sides hold the
 * rest in place; what is on one side alone takes no effort.
 */
final class SentenceDifference {

	/**
	 * Sentences that are compared each with each; effort and memory go with its square.
	 */
	private static final int MOST = 2000;

	private static final int TWICE = -1;

	private final List<Sentence> left;

	private final List<Sentence> right;

	/** Places of sentences that correspond, in order. */
	private final List<int[]> same = new ArrayList<>();

	private SentenceDifference(List<Sentence> left, List<Sentence> right) {
		this.left = left;
		this.right = right;
	}

	/**
	 * @param different is told what differs, passage by passage; one of the two may be
	 * empty
	 */
	static void of(List<Sentence> left, List<Sentence> right, BiConsumer<List<Sentence>, List<Sentence>> different) {
		SentenceDifference difference = new SentenceDifference(left, right);
		difference.match();
		difference.tell(different);
	}

	private void match() {
		int fromLeft = 0;
		int fromRight = 0;
		for (int[] held : Increasing.longest(unique())) {
			matchBetween(fromLeft, held[0], fromRight, held[1]);
			this.same.add(held);
			fromLeft = held[0] + 1;
			fromRight = held[1] + 1;
		}
		matchBetween(fromLeft, this.left.size(), fromRight, this.right.size());
	}

	private List<int[]> unique() {
		Map<String, Integer> there = once(this.right);
		Map<String, Integer> here = once(this.left);
		List<int[]> unique = new ArrayList<>();
		for (int at = 0; at < this.left.size(); at++) {
			String sentence = this.left.get(at).normal();
			int other = there.getOrDefault(sentence, TWICE);
			if (other != TWICE && here.getOrDefault(sentence, TWICE) != TWICE) {
				unique.add(new int[] { at, other });
			}
		}
		return unique;
	}

	private static Map<String, Integer> once(List<Sentence> sentences) {
		Map<String, Integer> once = new HashMap<>();
		for (int at = 0; at < sentences.size(); at++) {
			once.merge(sentences.get(at).normal(), at, (one, other) -> TWICE);
		}
		return once;
	}

	private void matchBetween(int fromLeft, int toLeft, int fromRight, int toRight) {
		List<Integer> here = common(this.left, fromLeft, toLeft, this.right.subList(fromRight, toRight));
		List<Integer> there = common(this.right, fromRight, toRight, this.left.subList(fromLeft, toLeft));
		if (here.isEmpty() || there.isEmpty() || here.size() + there.size() > MOST) {
			return;
		}
		int one = 0;
		int other = 0;
		for (AbstractDelta<Integer> delta : DiffUtils
			.diff(here, there, (left, right) -> this.left.get(left).normal().equals(this.right.get(right).normal()))
			.getDeltas()) {
			while (one < delta.getSource().getPosition()) {
				this.same.add(new int[] { here.get(one++), there.get(other++) });
			}
			one += delta.getSource().size();
			other += delta.getTarget().size();
		}
		while (one < here.size()) {
			this.same.add(new int[] { here.get(one++), there.get(other++) });
		}
	}

	private static List<Integer> common(List<Sentence> sentences, int from, int to, List<Sentence> others) {
		Set<String> known = new HashSet<>();
		others.forEach(sentence -> known.add(sentence.normal()));
		List<Integer> common = new ArrayList<>();
		for (int at = from; at < to; at++) {
			if (known.contains(sentences.get(at).normal())) {
				common.add(at);
			}
		}
		return common;
	}

	private void tell(BiConsumer<List<Sentence>, List<Sentence>> different) {
		int fromLeft = 0;
		int fromRight = 0;
		this.same.add(new int[] { this.left.size(), this.right.size() });
		for (int[] pair : this.same) {
			if (pair[0] > fromLeft || pair[1] > fromRight) {
				different.accept(this.left.subList(fromLeft, pair[0]), this.right.subList(fromRight, pair[1]));
			}
			fromLeft = pair[0] + 1;
			fromRight = pair[1] + 1;
		}
	}

}
