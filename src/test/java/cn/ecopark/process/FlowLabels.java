package cn.ecopark.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;

/**
 * Words that may stand at a flow for the code its condition asks for: the label of the
 * outcome, or what one would naturally say there.
 */
final class FlowLabels {

	private static final Map<String, List<String>> NATURAL = Map.ofEntries(Map.entry("ADMITTED", List.of("受理")),
			Map.entry("ADMIT", List.of("受理")), Map.entry("LAPSED", List.of("逾期未补正")),
			Map.entry("EXTEND", List.of("延期")), Map.entry("CLOSE", List.of("终止")), Map.entry("RECTIFY", List.of("整改")),
			Map.entry("BACK", List.of("退回规划论证", "退回技术核查", "退回审查", "重新评估")), Map.entry("DONE", List.of("到位", "已落实")),
			Map.entry("NOT_DONE", List.of("未落实")), Map.entry("ACCEPTED", List.of("到位")),
			Map.entry("AGAIN", List.of("再修改", "继续整改")), Map.entry("COMPLETE", List.of("齐备")),
			Map.entry("INCOMPLETE", List.of("不齐备，增补")), Map.entry("UNANIMOUS", List.of("一致同意", "过半数")),
			Map.entry("DIVIDED", List.of("有分歧", "未过半数")), Map.entry("AGREED", List.of("其余一致同意", "其余过半数")),
			Map.entry("EMPTY", List.of("全部移出")), Map.entry("PUBLISHED", List.of("通过", "已公示")),
			Map.entry("ASSIGN_PROVINCE", List.of("省级部门")), Map.entry("ASSIGN_TECHNICAL", List.of("技术支持单位")),
			Map.entry("CONSENT", List.of("同意")), Map.entry("CONSENTED", List.of("同意")),
			Map.entry("PUBLISH_FIRST", List.of("先行省级公示")), Map.entry("BELOW", List.of("仍未达标")),
			Map.entry("RECTIFIED", List.of("合格", "达标")), Map.entry("REVOCATION_PROPOSED", List.of("仍不合格", "仍未达标")),
			Map.entry("UNQUALIFIED", List.of("仍不合格")), Map.entry("UNSIGNED", List.of("不足，重拟")),
			Map.entry("NO_CONCLUSION", List.of("再次不足")), Map.entry("NO_ANSWER", List.of("未答复")),
			Map.entry("UNDECIDED", List.of("再次不足")), Map.entry("ASK_AGAIN", List.of("再次表决")),
			Map.entry("DECLINE", List.of("不推荐", "不认可", "不予立项")));

	/** A label may name the opposite of the code its condition shuts out. */
	private static final Map<String, String> OPPOSITE = Map.of("UNQUALIFIED", "合格", "BELOW", "达标");

	private static final Pattern EQUAL = Pattern.compile("(\\w+)\\s*==\\s*'(\\w+)'");

	private static final Pattern UNEQUAL = Pattern.compile("(\\w+)\\s*!=\\s*'(\\w+)'");

	private final RulePack pack;

	private FlowLabels(RulePack pack) {
		this.pack = pack;
	}

	/**
	 * @return the words of that pack
	 */
	static FlowLabels of(ReleaseId release) {
		return new FlowLabels(ProcessTestEngine.packOf(release));
	}

	/**
	 * @return what is wrong when the flow is taken under these facts, empty when its
	 * label says why
	 */
	Optional<String> contradiction(SequenceFlow flow, Map<String, Object> facts) {
		List<String> reasons = reasons(flow).stream()
			.filter(reason -> reason.code().equals(facts.get(reason.fact())) == reason.equal())
			.flatMap(reason -> words(reason).stream())
			.toList();
		boolean says = flow.getConditionExpression() == null || reasons.stream().anyMatch(word -> says(flow, word));
		return says ? Optional.empty() : Optional.of(flow.getId() + " " + flow.getName() + " " + facts);
	}

	/**
	 * @return whether the label of the flow has the word, alone or in a list, or answers
	 * yes to a question with the word
	 */
	static boolean says(SequenceFlow flow, String word) {
		String label = String.valueOf(flow.getName());
		String question = String.valueOf(flow.getSource().getName());
		return List.of(label.split("、")).contains(word) || "是".equals(label) && question.contains(word);
	}

	/**
	 * @return the comparisons a flow's condition is made of, none for a flow without
	 * condition
	 */
	static List<Reason> reasons(SequenceFlow flow) {
		if (flow.getConditionExpression() == null) {
			return List.of();
		}
		List<Reason> reasons = new ArrayList<>();
		String condition = flow.getConditionExpression().getTextContent();
		EQUAL.matcher(condition)
			.results()
			.map(match -> new Reason(match.group(1), match.group(2), true))
			.forEach(reasons::add);
		UNEQUAL.matcher(condition)
			.results()
			.map(match -> new Reason(match.group(1), match.group(2), false))
			.forEach(reasons::add);
		return reasons;
	}

	/**
	 * @return what a label may say for it
	 */
	List<String> words(Reason reason) {
		if (!reason.equal()) {
			return OPPOSITE.containsKey(reason.code()) ? List.of(OPPOSITE.get(reason.code())) : List.of();
		}
		List<String> words = new ArrayList<>(NATURAL.getOrDefault(reason.code(), List.of()));
		if (this.pack.outcomes().containsKey(reason.code())) {
			words.add(this.pack.outcome(reason.code()).label());
		}
		return words;
	}

	/** A comparison of a fact with a code. */
	record Reason(String fact, String code, boolean equal) {
	}

}
