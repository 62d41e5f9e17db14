package cn.ecopark.wholefile;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

import org.apache.pdfbox.pdmodel.PDPage;

import cn.ecopark.typesetting.PlainPages;
import cn.ecopark.typesetting.PlainPages.Running;
import cn.ecopark.wholefile.CaseData.BatchData;
import cn.ecopark.wholefile.CaseData.OpinionData;

/** Writes what is no document: facts, what happened, opinions, ballots, objections. */
final class RecordPages {

	private final PlainPages pages;

	private final ArchiveWords words;

	private String head = "";

	RecordPages(PlainPages pages, ArchiveWords words) {
		this.pages = pages;
		this.words = words;
	}

	/**
	 * @param begun told of each section with the page it begins on
	 */
	void write(CaseData data, BiConsumer<String, PDPage> begun) throws IOException {
		this.head = MergedPdf.title(data.facts());
		begin("overview", begun);
		overview(data);
		begin("timeline", begun);
		timeline(data);
		if (!data.opinions().isEmpty()) {
			begin("opinions", begun);
			opinions(data.opinions());
		}
		if (!data.corrections().isEmpty()) {
			begin("corrections", begun);
			corrections(data);
		}
		if (!data.batches().isEmpty()) {
			begin("batches", begun);
			batches(data.batches());
		}
		publicity(data, begun);
		this.pages.end();
	}

	private void publicity(CaseData data, BiConsumer<String, PDPage> begun) throws IOException {
		if (!data.officialDocuments().isEmpty()) {
			begin("issued", begun);
			for (CaseData.Issued issued : data.officialDocuments()) {
				this.pages.pair(issued.on().toString(), issued.title(),
						join(Objects.requireNonNullElse(issued.number(), ""), issued.state()));
			}
		}
		if (!data.notices().isEmpty()) {
			begin("notices", begun);
			for (CaseData.NoticeData notice : data.notices()) {
				this.pages.heading(notice.title(), this.words.text("wholefile.record.period",
						notice.publishedOn().toString(), notice.closesOn().toString(), notice.state()));
				this.pages.text(notice.intro());
			}
		}
		if (!data.objections().isEmpty()) {
			begin("objections", begun);
			objections(data);
		}
	}

	private void begin(String section, BiConsumer<String, PDPage> begun) throws IOException {
		String title = this.words.text("wholefile.section." + section);
		begun.accept(title, this.pages.begin(new Running(this.head, title, FrontMatter::bodyPage)));
		this.pages.title(title);
	}

	private void overview(CaseData data) throws IOException {
		CaseData.Facts facts = data.facts();
		CaseData.Named result = facts.result();
		fact("park", facts.park().name());
		fact("province", facts.park().province().label());
		fact("parkKind", facts.park().kind().label());
		fact("kind", facts.kind().label());
		fact("number", Objects.requireNonNullElse(facts.number(), ""));
		fact("pack", join(facts.pack().label(), facts.pack().code()));
		fact("standard", Objects.requireNonNullElse(facts.standard(), ""));
		fact("status", result == null ? facts.status().label() : result.label());
		fact("opened", this.words.moment(facts.openedAt()));
		fact("submitted", this.words.moment(facts.submittedAt()));
		fact("admitted", this.words.moment(facts.admittedAt()));
		fact("closed", this.words.moment(facts.closedAt()));
		this.pages.heading(this.words.text("wholefile.record.parties"));
		for (CaseData.PartyData party : data.parties()) {
			CaseData.Named unit = party.unit();
			this.pages.pair(party.role().label(),
					unit == null ? Objects.requireNonNullElse(party.person(), "") : unit.label());
		}
		this.pages.heading(this.words.text("wholefile.record.stages"));
		for (CaseData.Stage stage : data.stages()) {
			this.pages.pair(this.words.moment(stage.enteredAt()), stage.stage().label());
		}
	}

	private void fact(String key, String value) throws IOException {
		if (!value.isEmpty()) {
			this.pages.pair(this.words.text("wholefile.fact." + key), value);
		}
	}

	private void timeline(CaseData data) throws IOException {
		for (CaseData.Event event : data.timeline()) {
			this.pages.pair(this.words.moment(event.at()), (event.title() + "\n" + event.remark()).strip(),
					join(Objects.requireNonNullElse(event.unit(), ""), Objects.requireNonNullElse(event.person(), "")));
		}
		this.pages.heading(this.words.text("wholefile.record.way"));
		for (CaseData.Step step : data.way()) {
			CaseData.Named role = step.role();
			this.pages.pair(this.words.moment(step.enteredAt()), step.name(),
					join(role == null ? "" : role.label(), this.words.moment(step.leftAt())));
		}
	}

	private void opinions(List<OpinionData> opinions) throws IOException {
		for (OpinionData opinion : opinions) {
			this.pages.heading(join(opinion.stage().label(), opinion.step()),
					join(this.words.moment(opinion.at()), opinion.audience().label()));
			this.pages.text(this.words.text("wholefile.record.gave", opinion.unit().label(), opinion.person(),
					opinion.role().label(), opinion.outcome().label()));
			this.pages.text(opinion.text());
			for (CaseData.AnswerData answer : opinion.answers()) {
				this.pages.pair(answer.label(), answer.value(), answer.group());
			}
		}
	}

	private void corrections(CaseData data) throws IOException {
		for (CaseData.Correction point : data.corrections()) {
			this.pages.heading(
					this.words.text("wholefile.record.point", String.valueOf(point.number()), point.subjectLabel()),
					join(point.raisedBy(), point.state().label()));
			this.pages.text(point.remark());
			if (point.answer() != null) {
				this.pages.text(this.words.text("wholefile.record.answer", this.words.moment(point.answeredAt()),
						point.answer()));
			}
		}
	}

	private void batches(List<BatchData> batches) throws IOException {
		for (BatchData batch : batches) {
			this.pages.heading(batch.title(), join(batch.kind().label(), batch.place().label(), batch.reason()));
			for (CaseData.BallotData ballot : batch.ballots()) {
				this.pages.pair(ballot.unit().label(), (ballot.choice().label() + "\n" + ballot.reason()).strip(),
						join(this.words.text("wholefile.record.roundOf", String.valueOf(ballot.round())),
								ballot.signature(), this.words.moment(ballot.at()), ballot.text()));
			}
			opinions(batch.opinions());
		}
	}

	private void objections(CaseData data) throws IOException {
		for (CaseData.ObjectionData objection : data.objections()) {
			CaseData.Objector objector = objection.objector();
			this.pages.heading(this.words.text("wholefile.folder.objection", String.valueOf(objection.number())),
					join(objection.receivedOn().toString(), objection.channel().label(), objection.state().label(),
							objector == null ? "" : join(objector.name(), objector.unit(), objector.contact())));
			this.pages.text(objection.text());
			if (!objection.answer().isEmpty()) {
				this.pages.text(this.words.text("wholefile.record.answer", this.words.moment(objection.settledAt()),
						objection.answer()));
			}
			opinions(objection.opinions());
		}
	}

	private static String join(String... words) {
		return String.join("　", Arrays.stream(words).filter(word -> !word.isBlank()).toList());
	}

}
