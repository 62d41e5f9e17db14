package cn.ecopark.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import cn.ecopark.process.pack.TestEntries;
import cn.ecopark.release.PackDifferences.Change;
import cn.ecopark.release.PackDifferences.Difference;
import cn.ecopark.release.PackDifferences.Kind;
import cn.ecopark.rulepack.PackFiles;

import static org.assertj.core.api.Assertions.assertThat;

class PackDifferencesTest {

	private static final String TASK = "<bpmn:userTask id=\"Task_Issue\"";

	private final PackFiles shipped = PackFiles.shipped("2015-167");

	private final PackDifferences differences = new PackDifferences(
			List.of(new DataEntries(), TestEntries.ofDiagrams()));

	@Test
	void findsNoneInTheSameFiles() {
		assertThat(this.differences.between(this.shipped, PackFiles.of(this.shipped.all()))).isEmpty();
	}

	@Test
	void tellsAChangedLimitByItsNameAndFigures() {
		assertThat(changed("limits.yaml", "days: 15\n", "days: 21\n")).singleElement().satisfies(one -> {
			assertThat(one).extracting(Difference::kind, Difference::entry, Difference::label)
				.containsExactly(Kind.CHANGED, "provincialOpinion", "商务、科技部门初审意见");
			assertThat(one.changes()).containsExactly(new Change("days", "15", "21"));
		});
	}

	@Test
	void tellsAnEntryOfAListByItsKey() {
		assertThat(changed("pack.yaml", "key: panelMinimum, value: 5", "key: panelMinimum, value: 7")).singleElement()
			.satisfies(one -> {
				assertThat(one.entry()).isEqualTo("settings.panelMinimum");
				assertThat(one.changes()).containsExactly(new Change("value", "5", "7"));
			});
	}

	@Test
	void tellsWhatIsNewAndWhatIsGone() {
		assertThat(changed("outcomes.yaml", "ABSTAIN:", "STAY_AWAY:")).extracting(Difference::kind, Difference::entry)
			.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(Kind.REMOVED, "ABSTAIN"),
					org.assertj.core.groups.Tuple.tuple(Kind.ADDED, "STAY_AWAY"));
		Map<String, byte[]> more = new TreeMap<>(this.shipped.all());
		more.put("bpmn/new.bpmn", new byte[0]);
		assertThat(this.differences.between(this.shipped, PackFiles.of(more)))
			.containsExactly(new Difference(Kind.ADDED, "bpmn/new.bpmn", "", "", List.of()));
		assertThat(this.differences.between(PackFiles.of(more), this.shipped))
			.containsExactly(new Difference(Kind.REMOVED, "bpmn/new.bpmn", "", "", List.of()));
	}

	@Test
	void tellsAnElementOfADiagramByItsIdAndName() {
		assertThat(changed("bpmn/naming.bpmn", TASK, TASK + " camunda:assignee=\"x\"")).singleElement()
			.satisfies(one -> {
				assertThat(one.entry()).isEqualTo("Task_Issue");
				assertThat(one.label()).isNotEmpty();
				assertThat(one.changes()).containsExactly(new Change("assignee", null, "x"));
			});
	}

	@Test
	void tellsAPropertyOfATaskByItsName() {
		assertThat(
				changed("bpmn/naming.bpmn", "name=\"limit\" value=\"issue\"", "name=\"limit\" value=\"draftNotice\""))
			.singleElement()
			.satisfies(one -> assertThat(one.changes()).containsExactly(new Change("limit", "issue", "draftNotice")));
	}

	@Test
	void saysThatADiagramIsOnlyDrawnInAnotherWay() {
		assertThat(changed("bpmn/naming.bpmn", "<dc:Bounds x=\"", "<dc:Bounds x=\"1"))
			.containsExactly(new Difference(Kind.REDRAWN, "bpmn/naming.bpmn", "", "", List.of()));
	}

	@Test
	void tellsTheFieldOfAForm() {
		assertThat(changed("forms/naming-issue.form", "\"required\": true", "\"required\": false"))
			.allSatisfy(one -> assertThat(one.entry()).startsWith("components."))
			.flatExtracting(Difference::changes)
			.contains(new Change("validate.required", "true", "false"));
	}

	@Test
	void tellsLinesOfATemplate() {
		String first = this.shipped.text("papers/namingNotice.txt").orElseThrow().lines().findFirst().orElseThrow();

		assertThat(changed("papers/namingNotice.txt", first, "另一标题")).singleElement()
			.satisfies(one -> assertThat(one.changes()).containsExactly(new Change("", first, "另一标题")));
	}

	private List<Difference> changed(String path, String from, String to) {
		Map<String, byte[]> files = new TreeMap<>(this.shipped.all());
		String text = this.shipped.text(path).orElseThrow();
		assertThat(text).contains(from);
		int at = text.indexOf(from);
		files.put(path,
				(text.substring(0, at) + to + text.substring(at + from.length())).getBytes(StandardCharsets.UTF_8));
		return this.differences.between(this.shipped, PackFiles.of(files));
	}

}
