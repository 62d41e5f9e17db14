package cn.ecopark.casefile.web;

import java.util.List;
import java.util.Locale;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseSignatures;
import cn.ecopark.organisation.Actor;
import cn.ecopark.web.view.FileNote;

/** What other modules keep of a case, batch or objection and its readers must see. */
@Component
class GivenElsewhere {

	private final ObjectProvider<FileNotes> notes;

	private final ObjectProvider<CaseSignatures> signatures;

	GivenElsewhere(ObjectProvider<FileNotes> notes, ObjectProvider<CaseSignatures> signatures) {
		this.notes = notes;
		this.signatures = signatures;
	}

	List<FileNote> notes(String dossierId, Actor reader, Locale locale) {
		return this.notes.orderedStream().flatMap(one -> one.of(dossierId, reader, locale).stream()).toList();
	}

	List<CaseSignatures.Signature> signatures(String dossierId, Actor reader, Locale locale) {
		return this.signatures.orderedStream().flatMap(one -> one.of(dossierId, reader, locale).stream()).toList();
	}

}
