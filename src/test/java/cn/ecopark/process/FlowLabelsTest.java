package cn.ecopark.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.process.engine.ConditionEvaluator;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands at a flow is what its condition asks, for every flow of every diagram and
 * every code a gateway may meet.
 */
class FlowLabelsTest {

	static Stream<Arguments> diagrams() {
		return Stream.of(ShippedPacks.FIRST, ShippedPacks.SECOND)
			.flatMap(release -> ShippedPacks.packs()
				.get(release)
				.procedures()
				.keySet()
				.stream()
				.sorted()
				.map(process -> Arguments.of(release, process)));
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void labelsEachAnswerOfAGateway(ReleaseId release, String diagram) {
		for (ExclusiveGateway gateway : questions(release, diagram)) {
			assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
			assertThat(gateway.getOutgoing()).as(gateway.getId())
				.extracting(SequenceFlow::getName)
				.doesNotContainNull();
			assertThat(gateway.getOutgoing()).as(gateway.getId())
				.extracting(SequenceFlow::getName)
				.doesNotHaveDuplicates();
		}
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void saysAtEachFlowWhatItsConditionAsks(ReleaseId release, String diagram) {
		for (ExclusiveGateway gateway : questions(release, diagram)) {
			for (SequenceFlow flow : gateway.getOutgoing()) {
				for (FlowLabels.Reason reason : FlowLabels.reasons(flow)) {
					assertThat(FlowLabels.of(release).words(reason).isEmpty() || says(release, flow, reason))
						.as("%s %s: %s", flow.getId(), flow.getName(), reason)
						.isTrue();
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void saysAtNoFlowWhatTheConditionOfItsNeighbourAsks(ReleaseId release, String diagram) {
		for (ExclusiveGateway gateway : questions(release, diagram)) {
			for (SequenceFlow flow : gateway.getOutgoing()) {
				Set<FlowLabels.Reason> others = reasons(gateway.getOutgoing());
				others.removeAll(FlowLabels.reasons(flow));
				assertThat(others).as("%s %s", flow.getId(), flow.getName())
					.noneMatch(reason -> says(release, flow, reason) && FlowLabels.reasons(flow).isEmpty());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("diagrams")
	void takesExactlyOneFlowForEachCode(ReleaseId release, String diagram) {
		for (ExclusiveGateway gateway : questions(release, diagram)) {
			for (FlowLabels.Reason reason : reasons(gateway.getOutgoing())) {
				Map<String, Object> facts = new HashMap<>(Map.of(reason.fact(), reason.code()));
				List<SequenceFlow> open = gateway.getOutgoing().stream().filter(flow -> isOpen(flow, facts)).toList();
				assertThat(open.size() == 1 || open.isEmpty() && gateway.getDefault() != null)
					.as("%s with %s opens %s", gateway.getId(), reason,
							open.stream().map(SequenceFlow::getName).toList())
					.isTrue();
			}
		}
	}

	private static boolean says(ReleaseId release, SequenceFlow flow, FlowLabels.Reason reason) {
		return FlowLabels.of(release).words(reason).stream().anyMatch(word -> FlowLabels.says(flow, word));
	}

	private static boolean isOpen(SequenceFlow flow, Map<String, Object> facts) {
		return flow.getConditionExpression() != null
				&& ConditionEvaluator.holds(flow.getConditionExpression().getTextContent(), facts);
	}

	private static Set<FlowLabels.Reason> reasons(Collection<SequenceFlow> flows) {
		Set<FlowLabels.Reason> reasons = new LinkedHashSet<>();
		flows.forEach(flow -> reasons.addAll(FlowLabels.reasons(flow)));
		return reasons;
	}

	/** Gateways that ask something; the others only join. */
	private static List<ExclusiveGateway> questions(ReleaseId release, String diagram) {
		List<ExclusiveGateway> questions = new ArrayList<>(
				ProcessTestEngine.of(release).model(diagram).getModelElementsByType(ExclusiveGateway.class));
		questions.removeIf(gateway -> gateway.getOutgoing().size() < 2);
		return questions;
	}

}
