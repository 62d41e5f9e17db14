package cn.ecopark.casefile.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.casefile.FormAnswersOfTests;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.form.FormVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FilledForm;
import cn.ecopark.web.view.FilledForm.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What of a form is shown to whom, and what changed from round to round. */
class FilledFormsTest {

	private static final Actor PARK = actor("PARK-1", ShippedKinds.PARK);

	private static final Actor OFFICE = actor("OFFICE", ShippedKinds.OFFICE);

	private FilledForms forms;

	private FormVersion form;

	private long last;

	@BeforeEach
	void keepsAForm() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("web.yes", Locale.CHINA, "是");
		messages.addMessage("web.no", Locale.CHINA, "否");
		FormAnswersOfTests answers = FormAnswersOfTests.of(JdbcClient.create(TestDatabase.migrated()),
				new Texts(messages));
		this.form = answers.keep("""
				{"id": "apply", "components": [{"type": "group", "label": "概况", "components": [
				 {"type": "number", "key": "area", "label": "面积"},
				 {"type": "radio", "key": "kind", "label": "类别", "values": [{"value": "A", "label": "综合类"}]}]},
				 {"type": "checkbox", "key": "true", "label": "属实"},
				 {"type": "textfield", "key": "fax", "label": "传真"}]}""");
		this.forms = new FilledForms(answers.answers());
	}

	@Test
	void wordsAnswersAsTheFormDoes() {
		FilledForm shown = shown(OFFICE, filled("PARK-1", "PARK", Purpose.ORDINARY, 1,
				Map.of("area", new BigDecimal("1E+3"), "kind", "A", "true", false)))
			.get(0);

		assertThat(shown.groups()).extracting(FilledForm.Group::title).containsExactly("概况", "");
		assertThat(shown.groups().get(0).answers()).containsExactly(new Answer("面积", "1000", null),
				new Answer("类别", "综合类", null));
		assertThat(shown.groups().get(1).answers()).containsExactly(new Answer("属实", "否", null));
		assertThat(shown.changes()).isZero();
	}

	@Test
	void tellsWhatWasChangedAddedAndTakenOutSinceTheTimeBefore() {
		Opinion first = filled("PARK-1", "PARK", Purpose.ORDINARY, 1, Map.of("area", 12, "kind", "A"));
		Opinion second = filled("PARK-1", "PARK", Purpose.CORRECTION, 1, Map.of("area", 13, "fax", "010"));

		List<FilledForm> shown = shown(OFFICE, first, second);

		assertThat(shown).extracting(FilledForm::round).containsExactly(2, 1);
		assertThat(shown).extracting(FilledForm::newest).containsExactly(true, false);
		assertThat(shown.get(0).groups().stream().flatMap(group -> group.answers().stream())).containsExactlyInAnyOrder(
				new Answer("面积", "13", "12"), new Answer("类别", "", "综合类"), new Answer("传真", "010", ""));
		assertThat(shown.get(0).changes()).isEqualTo(3);
		assertThat(shown.get(1).changes()).isZero();
	}

	@Test
	void comparesNeitherWithAnotherUnitNorWithAnotherExpert() {
		Opinion commerce = filled("320000-COMMERCE", "COMMERCE", Purpose.ORDINARY, 1, Map.of("area", 12));
		Opinion science = filled("320000-SCIENCE", "SCIENCE", Purpose.ORDINARY, 2, Map.of("area", 13));
		Opinion oneExpert = filled("EXPERTS", "EXPERT", Purpose.PANEL_VOTE, 3, Map.of("area", 14));
		Opinion anotherExpert = filled("EXPERTS", "EXPERT", Purpose.PANEL_VOTE, 4, Map.of("area", 15));

		assertThat(shown(OFFICE, commerce, science, oneExpert, anotherExpert)).extracting(FilledForm::round)
			.containsOnly(1);
	}

	@Test
	void showsAParkItsOwnFormsOnly() {
		Opinion own = filled("PARK-1", "PARK", Purpose.ORDINARY, 1, Map.of("area", 12));
		Opinion check = filled("CRAES", "TECHNICAL", Purpose.SITE_INSPECTION, 2, Map.of("area", 13));

		assertThat(shown(PARK, own, check)).extracting(FilledForm::unit).containsExactly("PARK-1");
		assertThat(shown(OFFICE, own, check)).extracting(FilledForm::unit).containsExactly("CRAES", "PARK-1");
	}

	/** Given in the order they were written; read newest first. */
	private List<FilledForm> shown(Actor reader, Opinion... opinions) {
		List<Opinion> newestFirst = List.of(opinions)
			.stream()
			.sorted((one, other) -> Long.compare(other.id(), one.id()))
			.toList();
		return this.forms.of(newestFirst, reader, Locale.CHINA);
	}

	private Opinion filled(String unit, String role, Purpose purpose, long person, Map<String, Object> fields) {
		this.last++;
		return new Opinion(this.last, "case-1", "case-1", 1, new Opinion.Step("application", "Task", "提交申报", purpose),
				new Opinion.Author(role, person, "虚构人员", unit, unit), "SUBMIT", "", Audience.PARK, false,
				Instant.parse("2018-03-01T02:00:00Z"), this.form, fields, List.of());
	}

	private static Actor actor(String unit, UnitKind kind) {
		return new Actor(1, "虚构人员", unit, kind, null, Set.of(MemberRole.STAFF));
	}

}
