package cn.ecopark.studio;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.ecopark.process.pack.ModelCheck;
import cn.ecopark.rulepack.PackFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Copies for the desktop Modeler name its templates, and come back without. */
class TemplateMarksTest {

	@Test
	void everyShippedDiagramComesBackAsItWas() {
		for (String pack : PackFiles.shippedPacks()) {
			PackFiles.shipped(pack).in(PackFiles.DIAGRAMS).forEach((name, content) -> {
				byte[] marked = TemplateMarks.marked(content, pack);

				String text = new String(marked, StandardCharsets.UTF_8);
				assertThat(text.split("camunda:modelerTemplate=\"cn.ecopark." + pack + ".").length - 1).as(name)
					.isEqualTo(text.split("<bpmn:(userTask|serviceTask|callActivity|endEvent) ").length - 1)
					.isPositive();
				assertThat(ModelCheck.isHarmless(marked)).as(name).isTrue();
				assertThat(TemplateMarks.unmarked(marked)).as(name).isEqualTo(content);
			});
		}
	}

	@Test
	void onlyOwnMarksGo() {
		for (String kept : List.of("<a camunda:modelerTemplate=\"com.other.step\"/>",
				"<a modelerTemplate=\"cn.ecopark.a.b\"/>", "", "camunda:modelerTemplate",
				"<a camunda:modelerTemplate=\"cn.ecopark.${x}\"/>")) {
			byte[] content = kept.getBytes(StandardCharsets.UTF_8);
			assertThat(TemplateMarks.unmarked(content)).isEqualTo(content);
		}
		byte[] noText = { (byte) 0xff, (byte) 0xfe, 0x20 };
		assertThat(TemplateMarks.unmarked(noText)).isSameAs(noText);
		assertThat(TemplateMarks.marked(noText, "2015-167")).isSameAs(noText);
	}

	@Test
	void marksOnlyWhatCanBeRead() {
		for (String kept : List.of("<bpmn:userTask id=\"a\"/>", "<bpmn:userTask ",
				"<!DOCTYPE a><bpmn:userTask id=\"a\"/>")) {
			byte[] content = kept.getBytes(StandardCharsets.UTF_8);
			assertThat(TemplateMarks.marked(content, "2015-167")).isSameAs(content);
		}
	}

	@Test
	void endsSoonWhateverItIsGiven() {
		for (String hostile : List.of(" ".repeat(1_000_000), "\n".repeat(1_000_000), "<".repeat(1_000_000),
				" camunda:modelerTemplate=\"cn.ecopark.".repeat(25_000), ("\n" + " ".repeat(80)).repeat(12_000),
				"<camunda:property name=\"a".repeat(35_000), "<a".repeat(500_000))) {
			byte[] content = hostile.getBytes(StandardCharsets.UTF_8);
			assertTimeout(Duration.ofSeconds(2), () -> TemplateMarks.unmarked(content));
			assertTimeout(Duration.ofSeconds(2), () -> TemplateMarks.marked(content, "2015-167"));
		}
	}

}
