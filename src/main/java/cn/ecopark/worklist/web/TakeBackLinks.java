package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseLinks;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.TakeBack;

/** Leads to where what was submitted last is taken back, for as long as it can be. */
@Component
class TakeBackLinks implements CaseLinks {

	private final TakeBack takeBack;

	private final Texts texts;

	TakeBackLinks(TakeBack takeBack, Texts texts) {
		this.takeBack = takeBack;
		this.texts = texts;
	}

	@Override
	public List<Link> of(EcoCase ecoCase, Actor reader, Locale locale) {
		return ecoCase.isOpen() ? of(ecoCase.id(), reader, locale) : List.of();
	}

	List<Link> of(String caseId, Actor reader, Locale locale) {
		return this.takeBack.offered(caseId, reader)
			.map(item -> new Link(this.texts.in(locale, "worklist.take-back.link", item.task().name()),
					"/tasks/" + item.id() + "/take-back"))
			.stream()
			.toList();
	}

}
