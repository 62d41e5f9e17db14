package cn.ecopark.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseWay;
import cn.ecopark.shared.NodeMemory;

/**
 * The diagrams of cases with the way gone, from the trace and the models it was gone in.
 */
@Component
public class CaseDiagrams implements CaseWay {

	private static final String TAKEN = "TAKEN";

	private static final String ENTERED = "ENTERED";

	private static final String LEFT = "LEFT";

	private final CaseTrace trace;

	private final DeployedModels deployed;

	private final RepositoryService repository;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<String, String> models = new ConcurrentHashMap<>();

	CaseDiagrams(CaseTrace trace, DeployedModels deployed, RepositoryService repository) {
		this.deployed = deployed;
		this.trace = trace;
		this.repository = repository;
	}

	/**
	 * The way through one diagram.
	 *
	 * @param definitionId names the very version of the model
	 * @param gone nodes that were left on a drawn way; what was interrupted is none of
	 * them
	 * @param flows sequence flows taken
	 * @param current nodes the token is in
	 * @param left when each node was left last
	 */
	public record Way(String definitionId, Set<String> gone, Set<String> flows, Set<String> current,
			Map<String, Instant> left) {
	}

	/**
	 * A diagram that the case has come through, or is in.
	 *
	 * @param process its process id
	 * @param name what it is called in its model
	 */
	public record Drawn(String process, String name) {
	}

	/**
	 * @return the diagrams that the case has entered, its whole procedure first, then as
	 * it came to them; also those that others have called
	 */
	public List<Drawn> drawings(String caseId) {
		Map<String, String> definitions = new LinkedHashMap<>();
		this.trace.of(caseId).forEach(one -> definitions.put(one.processKey(), one.definitionId()));
		return definitions.entrySet()
			.stream()
			.map(entry -> new Drawn(entry.getKey(), this.deployed.get(entry.getValue()).name()))
			.toList();
	}

	/**
	 * @return the way through that diagram, when the case has entered it; its last run
	 * where it did so repeatedly
	 */
	public Optional<Way> way(String caseId, String process) {
		List<CaseTrace.Passage> ofProcess = this.trace.of(caseId)
			.stream()
			.filter(one -> one.processKey().equals(process))
			.toList();
		if (ofProcess.isEmpty()) {
			return Optional.empty();
		}
		CaseTrace.Passage last = ofProcess.get(ofProcess.size() - 1);
		List<CaseTrace.Passage> run = ofProcess.stream()
			.filter(one -> one.processInstanceId().equals(last.processInstanceId()))
			.toList();
		return Optional.of(way(last.definitionId(), run));
	}

	private Way way(String definitionId, List<CaseTrace.Passage> run) {
		BpmnModelInstance model = this.deployed.model(definitionId);
		Set<String> flows = elements(run, TAKEN);
		Map<String, Instant> left = new LinkedHashMap<>();
		run.stream().filter(one -> LEFT.equals(one.kind())).forEach(one -> left.put(one.elementId(), one.at()));
		Set<String> gone = left.keySet()
			.stream()
			.filter(id -> isGone(model, id, flows))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		Set<String> current = elements(run, ENTERED);
		current.removeIf(id -> count(run, ENTERED, id) <= count(run, LEFT, id));
		left.keySet().retainAll(gone);
		return new Way(definitionId, gone, flows, current, left);
	}

	/** A node that was interrupted is left as well, but by none of its flows. */
	private static boolean isGone(BpmnModelInstance model, String id, Set<String> flows) {
		return model.getModelElementById(id) instanceof FlowNode node && (node.getOutgoing().isEmpty()
				|| node.getOutgoing().stream().map(SequenceFlow::getId).anyMatch(flows::contains));
	}

	/**
	 * @return the model of that version as it was deployed; read once
	 */
	public String xml(String definitionId) {
		return this.models.computeIfAbsent(definitionId, id -> {
			try (InputStream model = this.repository.getProcessModel(id)) {
				return new String(model.readAllBytes(), StandardCharsets.UTF_8);
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		});
	}

	@Override
	public Optional<Model> model(String caseId) {
		return this.trace.of(caseId).stream().findFirst().map(first -> {
			DeployedModels.Deployed deployed = this.deployed.get(first.definitionId());
			return new Model(deployed.name(), deployed.version());
		});
	}

	@Override
	public List<Step> steps(String caseId) {
		List<CaseTrace.Passage> all = this.trace.of(caseId);
		List<Step> steps = new ArrayList<>();
		for (int at = 0; at < all.size(); at++) {
			if (ENTERED.equals(all.get(at).kind())) {
				step(all.get(at), all.subList(at + 1, all.size()), all.get(0).processInstanceId())
					.filter(step -> steps.stream().noneMatch(earlier -> isRunning(earlier, step)))
					.ifPresent(steps::add);
			}
		}
		return steps;
	}

	private Optional<Step> step(CaseTrace.Passage entered, List<CaseTrace.Passage> later, String caseInstance) {
		BpmnModelInstance model = this.deployed.model(entered.definitionId());
		if (!(model.getModelElementById(entered.elementId()) instanceof FlowNode node)) {
			return Optional.empty();
		}
		boolean ends = node instanceof EndEvent && entered.processInstanceId().equals(caseInstance);
		if (!ends && !(node instanceof UserTask) && !(node instanceof IntermediateCatchEvent)) {
			return Optional.empty();
		}
		List<CaseTrace.Passage> ofRun = later.stream()
			.filter(one -> one.processInstanceId().equals(entered.processInstanceId()))
			.toList();
		Optional<CaseTrace.Passage> end = ends ? ofRun.stream().filter(one -> isSame(one, entered)).findFirst()
				: end(ofRun, entered, node);
		return Optional.of(new Step(node.getId(), node.getName(), role(node), entered.at(),
				end.map(CaseTrace.Passage::at).orElse(null)));
	}

	/**
	 * A step is left by one of its flows, or by none when an event of the diagram has
	 * interrupted it. Of several side by side some may have left.
	 */
	private static Optional<CaseTrace.Passage> end(List<CaseTrace.Passage> later, CaseTrace.Passage entered,
			FlowNode node) {
		int within = 1;
		for (int at = 0; at < later.size(); at++) {
			CaseTrace.Passage one = later.get(at);
			if (leaves(node, one)) {
				return Optional.of(one);
			}
			if (isSame(one, entered)) {
				within += ENTERED.equals(one.kind()) ? 1 : LEFT.equals(one.kind()) ? -1 : 0;
				if (within == 0) {
					return Optional.of(onward(later.subList(at + 1, later.size()), entered, node).orElse(one));
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * The flow by which the step that was just left went on, before it is entered anew.
	 */
	private static Optional<CaseTrace.Passage> onward(List<CaseTrace.Passage> later, CaseTrace.Passage entered,
			FlowNode node) {
		return later.stream()
			.takeWhile(one -> !(ENTERED.equals(one.kind()) && isSame(one, entered)))
			.filter(one -> leaves(node, one))
			.findFirst();
	}

	/** Several people side by side in one step make one line. */
	private static boolean isRunning(Step earlier, Step step) {
		return earlier.key().equals(step.key()) && (earlier.left() == null || !step.entered().isAfter(earlier.left()));
	}

	private static @Nullable String role(FlowNode node) {
		return node instanceof UserTask task && !task.getCamundaCandidateGroupsList().isEmpty()
				? task.getCamundaCandidateGroupsList().get(0) : null;
	}

	private static boolean isSame(CaseTrace.Passage one, CaseTrace.Passage other) {
		return one.elementId().equals(other.elementId());
	}

	private static boolean leaves(FlowNode node, CaseTrace.Passage flow) {
		return TAKEN.equals(flow.kind())
				&& node.getOutgoing().stream().anyMatch(one -> one.getId().equals(flow.elementId()));
	}

	private static Set<String> elements(List<CaseTrace.Passage> run, String kind) {
		return run.stream()
			.filter(one -> kind.equals(one.kind()))
			.map(CaseTrace.Passage::elementId)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static long count(List<CaseTrace.Passage> run, String kind, String id) {
		return run.stream().filter(one -> kind.equals(one.kind()) && one.elementId().equals(id)).count();
	}

}
