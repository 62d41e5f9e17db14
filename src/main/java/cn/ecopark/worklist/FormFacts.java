package cn.ecopark.worklist;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.form.FormField;
import cn.ecopark.form.FormSchemas;
import cn.ecopark.officialdocument.FactSource;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.OfficialWords;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.typesetting.manuscript.Facts;

/** What the forms of a case's steps were filled in with, as documents state it. */
@Component
@Order(2)
class FormFacts implements FactSource {

	/** 核查情况: what the inspectors found on site, and what they concluded from it. */
	private static final List<Purpose> INSPECTIONS = List.of(Purpose.SITE_INSPECTION, Purpose.CHECK_OPINION);

	private final Opinions opinions;

	private final FormSchemas forms;

	private final StatedFacts stated;

	private final OfficialWords naming;

	FormFacts(Opinions opinions, FormSchemas forms, StatedFacts stated, OfficialWords naming) {
		this.opinions = opinions;
		this.forms = forms;
		this.stated = stated;
		this.naming = naming;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		String dossier = order.place().dossierId();
		List<Map<String, String>> findings = new ArrayList<>();
		for (Purpose step : INSPECTIONS) {
			this.opinions.latest(dossier, step).ifPresent(opinion -> this.findings(opinion, findings));
		}
		facts.table("findings", findings);
		this.stated.tell(dossier, facts);
		this.opinions.latest(dossier, Purpose.SITE_INSPECTION).ifPresent(visit -> inspectors(visit, facts));
		this.opinions.latest(dossier, Purpose.MEETING, Purpose.MEETING_CALL)
			.ifPresent(meeting -> meeting(meeting, facts));
	}

	private void meeting(Opinion meeting, Facts facts) {
		try {
			LocalDate day = LocalDate.parse(meeting.field("meetingDate"));
			facts.date("meetingOn", day).date("acceptedOn", day);
		}
		catch (DateTimeParseException noDay) {
			return;
		}
		facts.text("meetingPlace", meeting.field("place").isBlank() ? this.naming.word("officialdocument.fact.online")
				: meeting.field("place"));
	}

	/** Those who were there, not those who were to come. */
	private static void inspectors(Opinion visit, Facts facts) {
		String leader = visit.field("leaderPresent");
		if (leader.isBlank()) {
			return;
		}
		List<Map<String, String>> people = new ArrayList<>(List.of(inspector(leader, "组长")));
		for (String name : visit.field("inspectorsPresent").split("[、，,；;\\s]+")) {
			if (!name.isBlank() && !name.equals(leader)) {
				people.add(inspector(name, "成员"));
			}
		}
		facts.text("leader", leader).table("panel", people);
	}

	private static Map<String, String> inspector(String name, String duty) {
		return Map.of("name", name, "employer", "", "title", "", "field", "", "duty", duty);
	}

	private void findings(Opinion opinion, List<Map<String, String>> findings) {
		Optional.ofNullable(opinion.form())
			.ifPresent(form -> collect("", this.forms.get(form).fields(), opinion, findings));
	}

	private static void collect(String group, List<FormField> fields, Opinion opinion,
			List<Map<String, String>> findings) {
		List<FormField> questions = fields.stream().filter(field -> field.type() == FormField.Type.RADIO).toList();
		for (FormField question : questions) {
			// A group of one question is headed by what is asked.
			findings.add(row(questions.size() == 1 && !group.isEmpty() ? group : question.label(), question, opinion));
		}
		fields.stream()
			.filter(field -> field.type() == FormField.Type.GROUP)
			.forEach(field -> collect(field.label(), field.children(), opinion, findings));
	}

	private static Map<String, String> row(String item, FormField question, Opinion opinion) {
		String value = opinion.field(question.key());
		Map<String, String> row = new LinkedHashMap<>();
		row.put("item", item);
		row.put("result",
				question.choices()
					.stream()
					.filter(choice -> choice.value().equals(value))
					.map(FormField.Choice::label)
					.findFirst()
					.orElse(value));
		row.put("remark", opinion.field(question.key() + "Remark"));
		return row;
	}

}
