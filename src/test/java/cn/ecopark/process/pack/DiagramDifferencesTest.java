package cn.ecopark.process.pack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

import cn.ecopark.process.pack.DiagramDifferences.Differing;
import cn.ecopark.process.pack.DiagramDifferences.Kind;
import cn.ecopark.process.pack.DiagramDifferences.Mark;
import cn.ecopark.release.TestDifferences;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.shared.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class DiagramDifferencesTest {

	private static final String FILE = "bpmn/public-notice.bpmn";

	private static final String STEP = "Task_DraftPublicNotice";

	private static final String FLOW = "<bpmn:sequenceFlow id=\"Flow_DraftPublicNotice_JointDecision\" sourceRef=\"Task_DraftPublicNotice\" targetRef=\"Call_JointDecision\" />";

	private static final String NEW_STEP = """
			<bpmn:userTask id="Task_Look" name="核对文稿" camunda:formRef="notice-draft" camunda:candidateGroups="OFFICE">
			  <bpmn:extensionElements><camunda:properties>
			    <camunda:property name="outcomes" value="DRAFTED" /><camunda:property name="limit" value="issue" />
			  </camunda:properties></bpmn:extensionElements>
			</bpmn:userTask>
			""";

	private final PackFiles shipped = PackFiles.shipped("2015-167");

	private final String xml = this.shipped.text(FILE).orElseThrow();

	private final DiagramDifferences differences = new DiagramDifferences(
			TestDifferences.with(TestEntries.ofDiagrams()));

	@Test
	void findsNoneInTheSameFiles() {
		assertThat(this.differences.between(this.shipped, PackFiles.of(this.shipped.all()))).isEmpty();
	}

	@Test
	void tellsANewStepWithWhoHasItAndForHowLong() {
		String drawn = this.xml.replace(FLOW, NEW_STEP + FLOW.replace("\"Call_JointDecision\"", "\"Task_Look\"")
				+ "<bpmn:sequenceFlow id=\"Flow_Look\" sourceRef=\"Task_Look\" targetRef=\"Call_JointDecision\" />");

		Differing one = only(drawn);

		assertThat(said(one)).singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
			.startsWith("新增办理步骤“核对文稿”：接在“起草公示”之后；接着是“各部会签、协调”；承办角色：")
			.contains("个工作日）", "可作结论：", "表单：“notice-draft”")
			.doesNotContain("OFFICE", "DRAFTED", "difference.", "release.property");
		assertThat(one.marks())
			.contains(new Mark(Kind.ADDED, "", "Task_Look"), new Mark(Kind.ADDED, "", "Flow_Look"),
					new Mark(Kind.CHANGED, "Flow_DraftPublicNotice_JointDecision",
							"Flow_DraftPublicNotice_JointDecision"))
			.hasSize(3);
		assertThat(one.steps()).isEmpty();

		Differing back = this.differences.between(with(FILE, drawn), this.shipped).get(0);
		assertThat(said(back)).containsExactly("删除办理步骤“核对文稿”");
		assertThat(back.steps()).extracting(DiagramDifferences.Touched::id).containsExactly("Task_Look");
	}

	@Test
	void tellsAnotherLimitInItsOwnWords() {
		Differing one = only(inStep("name=\"limit\" value=\"draftPublicNotice\"", "name=\"limit\" value=\"issue\""));

		assertThat(said(one)).singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
			.startsWith("“起草公示”的时限由")
			.contains("个工作日）改为")
			.doesNotContain("draftPublicNotice");
		assertThat(one.steps()).extracting(DiagramDifferences.Touched::id).containsExactly(STEP);
		assertThat(english(one)).singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
			.contains("working days)", ", is now ");
	}

	@Test
	void aLimitThatIsLongerTouchesItsStepsThoughTheirDrawingIsTheSame() {
		String limits = this.shipped.text("limits.yaml").orElseThrow();
		Matcher days = Pattern.compile("(draftPublicNotice:\\s*\\n(?:.*\\n)*?\\s*days: )(\\d+)").matcher(limits);
		assertThat(days.find()).isTrue();
		String longer = limits.substring(0, days.start(2)) + "99" + limits.substring(days.end(2));

		List<Differing> found = this.differences.between(this.shipped, with("limits.yaml", longer));

		assertThat(found).isNotEmpty();
		assertThat(found).filteredOn(one -> one.file().equals(FILE)).singleElement().satisfies(one -> {
			assertThat(said(one)).containsExactly("“起草公示”的办理期限由 " + days.group(2) + " 个工作日改为 99 个工作日");
			assertThat(one.marks()).containsExactly(new Mark(Kind.CHANGED, STEP, STEP));
		});
	}

	/** Its steps have an event at their border that waits for the end of the limit. */
	@Test
	void aLimitIsToldOnceOfAStep() {
		String limits = this.shipped.text("limits.yaml").orElseThrow();
		Matcher days = Pattern.compile("(provincialOpinion:\\s*\\n(?:.*\\n)*?\\s*days: )(\\d+)").matcher(limits);
		assertThat(days.find()).isTrue();
		String longer = limits.substring(0, days.start(2)) + "99" + limits.substring(days.end(2));

		assertThat(this.differences.between(this.shipped, with("limits.yaml", longer)))
			.allSatisfy(one -> assertThat(said(one)).doesNotHaveDuplicates().hasSameSizeAs(one.steps()))
			.isNotEmpty();
	}

	@Test
	void aFormThatAsksSomethingElseTouchesItsStep() {
		String form = this.shipped.text("forms/notice-draft.form").orElseThrow();
		String changed = form.replaceFirst("\"label\"\\s*:\\s*\"", "$0另");
		assertThat(changed).isNotEqualTo(form);

		assertThat(this.differences.between(this.shipped, with("forms/notice-draft.form", changed)))
			.anySatisfy(one -> assertThat(said(one)).contains("“起草公示”的表单 notice-draft 有修改"));
		assertThat(this.differences.between(this.shipped, with("forms/notice-draft.form", form + "\n"))).isEmpty();
	}

	@Test
	void tellsAnOutcomeThatCameAndOneThatWent() {
		String more = inStep("name=\"outcomes\" value=\"DRAFTED\"", "name=\"outcomes\" value=\"DRAFTED, REDRAFT\"");

		assertThat(said(only(more))).singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
			.startsWith("“起草公示”的可作结论增加")
			.doesNotContain("REDRAFT");
		assertThat(said(this.differences.between(with(FILE, more), this.shipped).get(0)))
			.singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
			.startsWith("“起草公示”的可作结论去掉");
	}

	@Test
	void tellsAnotherRoleAndAnotherName() {
		assertThat(said(only(inStep("name=\"起草公示\"", "name=\"拟写公示\"")))).containsExactly("“起草公示”改名为“拟写公示”");
		assertThat(said(only(inStep("candidateGroups=\"OFFICE\"", "candidateGroups=\"PARK\""))))
			.singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
			.startsWith("“起草公示”的承办角色");
	}

	@Test
	void tellsAWayThatLeadsElsewhere() {
		String flow = this.xml.replace("sourceRef=\"Task_PublishNotice\" targetRef=\"Event_NoticeClosed\"",
				"sourceRef=\"Task_PublishNotice\" targetRef=\"Task_CloseNotice\"");

		assertThat(said(only(flow))).singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
			.contains("之后不再到", "，改到");
	}

	@Test
	void whatOnlyStandsElsewhereIsToldAsThat() {
		String bounds = "<dc:Bounds x=\"235\" y=\"60\"";
		Differing one = only(this.xml.replace(bounds, "<dc:Bounds x=\"235\" y=\"160\""));

		assertThat(one.kind()).isEqualTo(Kind.MOVED);
		assertThat(one.marks()).containsExactly(new Mark(Kind.MOVED, STEP, STEP));
		assertThat(said(one)).containsExactly("只在图上移动了位置，内容不变：“起草公示”");
		assertThat(one.steps()).isEmpty();
		assertThat(found(this.xml.replace(bounds, "<dc:Bounds x=\"235.4\" y=\"59.7\""))).isEmpty();
	}

	@Test
	void anotherIdForTheSameStepIsNoOtherStep() {
		Differing one = only(this.xml.replace(STEP, "Activity_0abc"));

		assertThat(one.marks()).allSatisfy(mark -> assertThat(mark.kind()).isEqualTo(Kind.CHANGED));
		assertThat(said(one)).containsExactly("“起草公示”在文件中的编号由 " + STEP + " 改为 Activity_0abc");
		assertThat(one.steps()).extracting(DiagramDifferences.Touched::id).containsExactly(STEP);
	}

	@Test
	void sentencesComeAlongTheFlow() {
		String drawn = inStep("name=\"起草公示\"", "name=\"拟写公示\"").replace("name=\"各部会签、协调\"", "name=\"会签\"");
		String reversed = drawn.replace("id=\"Task_CloseNotice\" name=\"", "id=\"Task_CloseNotice\" name=\"末");

		assertThat(said(only(reversed))).hasSize(3).satisfies(said -> {
			assertThat(said.get(0)).contains("拟写公示");
			assertThat(said.get(1)).contains("会签");
			assertThat(said.get(2)).contains("末");
		});
	}

	@Test
	void anotherToolSaysTheSame() {
		String prefixed = this.xml.replace("bpmn:", "bpmn2:").replace("xmlns:bpmn=", "xmlns:bpmn2=");
		String attributes = this.xml.replaceAll("<bpmn:sequenceFlow (id=\"[^\"]*\") (.*?)( ?/?>)",
				"<bpmn:sequenceFlow $2 $1$3");
		String ids = this.xml.replace("<bpmn:timerEventDefinition>", "<bpmn:timerEventDefinition id=\"Timer_1\">")
			.replace("<bpmn:timeDate ", "<bpmn:timeDate id=\"Time_1\" ");
		String defaults = this.xml.replace("<bpmn:boundaryEvent ", "<bpmn:boundaryEvent cancelActivity=\"true\" ")
			.replace("<bpmn:userTask ", "<bpmn:userTask camunda:exclusive=\"true\" isForCompensation=\"false\" ");
		String remarks = this.xml.replace("<bpmn:definitions ", "<bpmn:definitions exporter=\"Other\" ")
			.replace("<bpmn:process ", "<!-- saved --><bpmn:process ");

		for (String saved : List.of(prefixed, attributes, ids, defaults, remarks, this.xml.replace("\n", "\r\n"))) {
			assertThat(saved).isNotEqualTo(this.xml);
			assertThat(found(saved)).isEmpty();
		}
	}

	@Test
	void wholeDiagramsComeAndGo() {
		Map<String, byte[]> less = new TreeMap<>(this.shipped.all());
		less.remove(FILE);

		Differing gone = this.differences.between(this.shipped, PackFiles.of(less)).get(0);
		assertThat(gone.kind()).isEqualTo(Kind.REMOVED);
		assertThat(said(gone)).containsExactly("删除流程图“公示”");
		assertThat(gone.steps()).extracting(DiagramDifferences.Touched::id).contains(STEP);
		Differing come = this.differences.between(PackFiles.of(less), this.shipped).get(0);
		assertThat(come.kind()).isEqualTo(Kind.ADDED);
		assertThat(come.steps()).isEmpty();
	}

	@Test
	void whatCannotBeReadIsSaid() {
		assertThat(said(only("<no"))).containsExactly("这张图读不出来，无法比较");
	}

	private String inStep(String old, String changed) {
		int at = this.xml.indexOf("id=\"" + STEP + "\"");
		int end = this.xml.indexOf("</bpmn:userTask>", at);
		String step = this.xml.substring(at, end);
		assertThat(step).contains(old);
		return this.xml.substring(0, at) + step.replace(old, changed) + this.xml.substring(end);
	}

	private PackFiles with(String path, String content) {
		Map<String, byte[]> files = new TreeMap<>(this.shipped.all());
		files.put(path, content.getBytes(StandardCharsets.UTF_8));
		return PackFiles.of(files);
	}

	private List<Differing> found(String drawn) {
		return this.differences.between(this.shipped, with(FILE, drawn));
	}

	private Differing only(String drawn) {
		List<Differing> found = found(drawn);
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	private static List<String> said(Differing one) {
		return one.told().stream().map(told -> texts().of(Locale.SIMPLIFIED_CHINESE, told.words())).toList();
	}

	private static List<String> english(Differing one) {
		return one.told().stream().map(told -> texts().of(Locale.ENGLISH, told.words())).toList();
	}

	private static Texts texts() {
		ResourceBundleMessageSource words = new ResourceBundleMessageSource();
		words.setBasenames("messages/process", "messages/release", "messages/calendar", "messages/casefile");
		words.setDefaultEncoding("UTF-8");
		words.setFallbackToSystemLocale(false);
		return new Texts(words);
	}

}
