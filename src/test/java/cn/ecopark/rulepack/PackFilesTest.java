package cn.ecopark.rulepack;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackFilesTest {

	@Test
	void findsDataTemplatesDiagramsAndFormsOfAShippedPack() {
		assertThat(PackFiles.shippedPacks()).contains("2015-167");
		PackFiles files = PackFiles.shipped("2015-167");

		assertThat(files.all()).containsKeys("pack.yaml", "roles.yaml", "papers/namingNotice.txt", "bpmn/naming.bpmn",
				"forms/naming-issue.form");
		assertThat(files.in(PackFiles.DIAGRAMS)).containsKey("naming.bpmn").doesNotContainKey("pack.yaml");
		assertThat(PackFiles.shipped("none").all()).isEmpty();
	}

	@Test
	void digestsPathsAndContents() {
		PackFiles files = PackFiles.shipped("2015-167");
		Map<String, byte[]> changed = new TreeMap<>(files.all());
		changed.put("pack.yaml", new byte[] { 1 });
		Map<String, byte[]> moved = new TreeMap<>(files.all());
		moved.put("pack.yml", moved.remove("pack.yaml"));

		assertThat(PackFiles.of(files.all()).digest()).isEqualTo(files.digest()).hasSize(64);
		assertThat(PackFiles.of(changed).digest()).isNotEqualTo(files.digest());
		assertThat(PackFiles.of(moved).digest()).isNotEqualTo(files.digest());
	}

}
