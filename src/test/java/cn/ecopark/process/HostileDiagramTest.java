package cn.ecopark.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Each hostile diagram is stopped by the check before deployment and, when it comes in
 * past that check, by the engine itself.
 */
class HostileDiagramTest {

	private final RepositoryService repository = ProcessTestEngine.engine().getRepositoryService();

	static Stream<Named<HostileDiagram>> hostileDiagrams() {
		return HostileDiagram.all().entrySet().stream().map(entry -> Named.of(entry.getKey(), entry.getValue()));
	}

	@BeforeEach
	void forgetsEarlierTouches() {
		HostileDiagram.Probe.touched = 0;
		ProcessTestEngine.NAMES.forget();
	}

	@ParameterizedTest
	@MethodSource("hostileDiagrams")
	void isStoppedByTheFirstWall(HostileDiagram diagram) {
		List<PackFinding> findings = ProcessTestEngine.modelCheck()
			.check(ProcessTestEngine.pack(), ShippedPacks.files(Map.of(HostileDiagram.FILE, diagram.content())));

		assertThat(findings).anySatisfy(finding -> {
			assertThat(finding.file()).isEqualTo("bpmn/" + HostileDiagram.FILE);
			assertThat(finding.place()).isEqualTo(diagram.place());
			assertThat(finding.key() + " " + finding.arguments()).startsWith("model." + diagram.what().split(" ")[0])
				.contains(diagram.what().substring(diagram.what().indexOf(' ') + 1));
		});
	}

	@ParameterizedTest
	@MethodSource("hostileDiagrams")
	void isStoppedByTheSecondWall(HostileDiagram diagram) {
		assertThatThrownBy(() -> this.repository.createDeployment()
			.name("hostile")
			.tenantId(ProcessTestEngine.TENANT)
			.addString(HostileDiagram.FILE, diagram.content())
			.deploy()).isInstanceOf(ProcessEngineException.class).hasMessageContaining("Not allowed in models");

		assertThat(this.repository.createProcessDefinitionQuery().processDefinitionKey("hostile").count()).isZero();
		assertThat(HostileDiagram.Probe.touched).isZero();
		assertThat(ProcessTestEngine.NAMES.asked()).isEmpty();
	}

}
