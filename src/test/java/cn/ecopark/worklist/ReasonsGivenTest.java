package cn.ecopark.worklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.NewPoint;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.FormValues;
import cn.ecopark.form.FormVersion;
import cn.ecopark.form.InputError;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;

import static org.assertj.core.api.Assertions.assertThat;

/** Which decisions are asked for their reasons, with the pack's own forms and marks. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class ReasonsGivenTest {

	private static final String REASON = "园区已完成整改，省厅现场核实。";

	@Autowired
	ReasonsGiven reasons;

	@Autowired
	Scene scene;

	@Autowired
	Opinions opinions;

	@Autowired
	CorrectionPoints points;

	@Autowired
	FormSchemas forms;

	@Autowired
	CaseTime time;

	EcoCase ecoCase;

	@BeforeEach
	void opensACase() {
		LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
		this.scene.itIs("2018-01-02T10:00");
		this.ecoCase = this.scene.openCase();
	}

	@AfterEach
	void forgetsTheLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void asksForTheReasonOfARefusalOnly() throws IOException {
		assertThat(errors("Task_CheckCompleteness", null, "NOT_ADMIT", "")).containsOnlyKeys("opinion");
		assertThat(errors("Task_CheckCompleteness", null, "NOT_ADMIT", REASON)).isEmpty();
		assertThat(errors("Task_CheckCompleteness", null, "ADMIT", "")).isEmpty();
	}

	@Test
	void namesTheAnswerThatContradictsTheOutcome() throws IOException {
		String[] answers = { "f.contentTrue", "yes", "f.environmentalRecord", "no", "f.opinionsConsistent", "yes" };

		Map<String, InputError> errors = review("FORWARD", "", answers);

		assertThat(errors).containsOnlyKeys("f.environmentalRecord");
		assertThat(errors.get("f.environmentalRecord").arguments()).containsExactly("近三年未发生重大环境违法和污染事故", "否", "转报", 4);
		assertThat(review("FORWARD", REASON, answers)).isEmpty();
		assertThat(review("SEND_BACK", "", answers)).isEmpty();
		assertThat(review("FORWARD", "", "f.contentTrue", "yes", "f.environmentalRecord", "yes")).isEmpty();
	}

	@Test
	void namesTheAnswerThatContradictsWhatTheDepartmentsSaid() throws IOException {
		says("Task_CommerceOpinion", "江苏省商务厅", "JS_COMMERCE", "DISAGREE");
		says("Task_ScienceOpinion", "江苏省科学技术厅", "JS_SCIENCE", "DISAGREE");
		says("Task_ScienceOpinion", "江苏省科学技术厅", "JS_SCIENCE", "AGREE");

		Map<String, InputError> errors = review("FORWARD", "", "f.opinionsConsistent", "yes");

		assertThat(errors).containsOnlyKeys("f.opinionsConsistent");
		assertThat(errors.get("f.opinionsConsistent").arguments()).contains("江苏省商务厅", "不同意");
		assertThat(review("FORWARD", REASON, "f.opinionsConsistent", "yes")).isEmpty();
		assertThat(review("FORWARD", "", "f.opinionsConsistent", "no")).isEmpty();
		assertThat(review("REFUSE", "", "f.opinionsConsistent", "yes").get("f.opinionsConsistent").arguments())
			.contains("江苏省科学技术厅", "同意");
	}

	@Test
	void asksWhyTheSecondNoticeRaisesSomethingNew() throws IOException {
		assertThat(sendsBack("", "document:constructionPlan")).isEmpty();
		long first = says("Task_CheckCompleteness", "领导小组办公室", "OFFICE", "SEND_BACK");
		this.points.raise(this.ecoCase.id(), first, List.of(new NewPoint("document:constructionPlan", "请补充用水口径")));

		Map<String, InputError> errors = sendsBack("", "document:constructionPlan", "document:technicalReport", "");

		assertThat(errors).containsOnlyKeys("opinion");
		assertThat(errors.get("opinion").message()).isEqualTo("problem.law.point-raised-late");
		assertThat(errors.get("opinion").arguments()[0]).isEqualTo("技术报告、整份申请");
		assertThat(sendsBack(REASON, "document:technicalReport")).isEmpty();
		assertThat(sendsBack("", "document:constructionPlan")).isEmpty();
	}

	private Map<String, InputError> sendsBack(String opinion, String... subjects) throws IOException {
		List<NewPoint> raised = List.of(subjects).stream().map(subject -> new NewPoint(subject, "请核实")).toList();
		return errors("Task_CheckCompleteness", null, Statement.of("SEND_BACK", opinion).with(raised));
	}

	private Map<String, InputError> review(String outcome, String opinion, String... answers) throws IOException {
		return errors("Task_ProvincialReview", "application-provincial-review", outcome, opinion, answers);
	}

	private Map<String, InputError> errors(String task, @Nullable String form, String outcome, String opinion,
			String... answers) throws IOException {
		FormValues values = FormValues.NONE;
		for (int at = 0; at < answers.length; at += 2) {
			values = values.with(answers[at].substring(FormSchema.INPUT.length()), answers[at + 1]);
		}
		return errors(task, form, Statement.of(outcome, opinion).with(values));
	}

	private Map<String, InputError> errors(String task, @Nullable String form, Statement statement) throws IOException {
		Map<String, InputError> errors = new LinkedHashMap<>();
		this.reasons.check(item(task, form), statement, errors);
		return errors;
	}

	private WorkItem item(String task, @Nullable String form) throws IOException {
		FormVersion version = form == null ? null : this.forms.keep(this.ecoCase.release().pack(), form,
				Files.readString(Path.of("forms", this.ecoCase.release().pack(), form + ".form")));
		return new WorkItem(0, "t",
				new WorkItem.Task(this.ecoCase.release(), "application:1", "application", task, task, "application"),
				new WorkItem.Subject(this.ecoCase.id(), this.ecoCase.id(), null, null, "园区", null, null, null, null),
				new WorkItem.Holder("OFFICE", "OFFICE", null, null), this.time.now(), null, null, false, null, version,
				new TaskDescription(Purpose.ORDINARY, List.of(), List.of(), List.of(), Audience.PARK,
						List.of("SEND_BACK"), List.of(), null, null, false, false, List.of()),
				WorkItem.State.OPEN, null, null, 0);
	}

	private long says(String task, String unitName, String unit, String outcome) {
		return this.opinions.add(new Opinion(0, this.ecoCase.id(), this.ecoCase.id(), 0,
				new Opinion.Step("application", task, task, Purpose.ORDINARY),
				new Opinion.Author("R", 0, "某人", unit, unitName), outcome, "", Audience.PARK, false, this.time.now(),
				null, Map.of(), List.of()));
	}

}
