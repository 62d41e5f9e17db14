package cn.ecopark.notice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.web.FileNotes;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.ObjectionAccess;
import cn.ecopark.notice.ObjectionDisclosure;
import cn.ecopark.notice.Objections;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FileNote;

/** Objections, on the page of every task, case and batch that they are about. */
@Component
class ObjectionNotes implements FileNotes {

	private static final String FACTS = "facts";

	private final Objections objections;

	private final ObjectionAccess access;

	private final Opinions opinions;

	private final Cases cases;

	private final NoticeWords words;

	private final Texts texts;

	ObjectionNotes(Objections objections, ObjectionAccess access, Opinions opinions, Cases cases, NoticeWords words,
			Texts texts) {
		this.objections = objections;
		this.access = access;
		this.opinions = opinions;
		this.cases = cases;
		this.words = words;
		this.texts = texts;
	}

	@Override
	public List<FileNote> of(String dossierId, Actor reader, Locale locale) {
		List<Objection> about = this.objections.about(dossierId);
		if (about.isEmpty()) {
			return List.of();
		}
		Map<String, List<Opinion>> said = this.opinions.ofAll(about.stream().map(Objection::id).toList())
			.stream()
			.collect(Collectors.groupingBy(Opinion::dossierId));
		Map<String, String> parks = this.cases.all(about.stream().map(Objection::caseId).distinct().toList())
			.stream()
			.collect(Collectors.toMap(EcoCase::id, one -> one.park().name()));
		List<FileNote> notes = new ArrayList<>();
		Map<String, ObjectionDisclosure> open = this.access.disclosed(reader, about);
		for (Objection objection : about) {
			ObjectionDisclosure disclosed = open.getOrDefault(objection.id(), ObjectionDisclosure.NOTHING);
			if (disclosed != ObjectionDisclosure.NOTHING) {
				notes.add(new FileNote(
						this.texts.in(locale, "notice.note.title", parks.getOrDefault(objection.caseId(), "")),
						this.words.state(objection), meta(objection, reader, locale),
						passages(objection, disclosed, said.getOrDefault(objection.id(), List.of()), reader, locale)));
			}
		}
		return notes;
	}

	private List<String> meta(Objection objection, Actor reader, Locale locale) {
		List<String> meta = new ArrayList<>();
		if (this.access.mayKnowObjector(reader)) {
			meta.add(objection.receiptNumber());
		}
		meta.add(this.texts.in(locale, "notice.channel." + objection.channel().name()));
		meta.add(objection.receivedOn().toString());
		return meta;
	}

	private List<FileNote.Passage> passages(Objection objection, ObjectionDisclosure disclosed, List<Opinion> said,
			Actor reader, Locale locale) {
		List<FileNote.Passage> passages = new ArrayList<>();
		if (disclosed == ObjectionDisclosure.WHOLE) {
			add(passages, this.texts.in(locale, "notice.note.text"), objection.text());
			if (this.access.mayKnowObjector(reader)) {
				add(passages, this.texts.in(locale, "notice.note.objector"), this.words.objector(objection));
			}
		}
		if (disclosed == ObjectionDisclosure.WHOLE || disclosed == ObjectionDisclosure.RESULT) {
			said.stream()
				.filter(opinion -> opinion.isOf(Purpose.OBJECTION_VERIFICATION))
				.findFirst()
				.ifPresent(found -> add(passages, this.texts.in(locale, "notice.note.facts"), found.field(FACTS)));
			add(passages, this.texts.in(locale, "notice.note.answer"), objection.answer());
		}
		if (disclosed == ObjectionDisclosure.WHOLE) {
			// What was filed and what was answered were said as opinions, too.
			List<String> told = passages.stream().map(FileNote.Passage::text).toList();
			said.stream()
				.filter(opinion -> !told.contains(opinion.text()))
				.forEach(opinion -> add(passages, this.texts.in(locale, "notice.note.said", opinion.step().name(),
						opinion.author().unitName(), opinion.author().personName()), opinion.text()));
		}
		return passages;
	}

	private static void add(List<FileNote.Passage> passages, String label, String text) {
		if (!text.isBlank()) {
			passages.add(new FileNote.Passage(label, text));
		}
	}

}
