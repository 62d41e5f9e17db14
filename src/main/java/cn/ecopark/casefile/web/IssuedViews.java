package cn.ecopark.casefile.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** The documents that a case has brought forth. */
@Component
class IssuedViews {

	private final ObjectProvider<CaseOfficialDocuments> sources;

	private final Texts texts;

	IssuedViews(ObjectProvider<CaseOfficialDocuments> sources, Texts texts) {
		this.sources = sources;
		this.texts = texts;
	}

	List<CasePage.IssuedDocument> documents(String id, Actor reader, Locale locale) {
		return CaseOfficialDocuments.all(this.sources, id, reader)
			.stream()
			.map(document -> new CasePage.IssuedDocument(document.title(), document.number(), document.on(),
					new Tag(this.texts.in(locale, document.state()), tone(document.standing())), document.replacedBy(),
					document.rightUrl(), document.url()))
			.sorted(Comparator.comparing(CasePage.IssuedDocument::on))
			.toList();
	}

	private static Tone tone(CaseOfficialDocuments.Standing standing) {
		return switch (standing) {
			case HOLDS -> Tone.GOOD;
			case RUNS -> Tone.STRONG;
			case PUT_ASIDE -> Tone.BAD;
		};
	}

}
