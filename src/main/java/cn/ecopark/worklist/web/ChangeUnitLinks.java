package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseLinks;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.ChangeUnit;

/** Leads from the page of a case to where its units are changed. */
@Component
class ChangeUnitLinks implements CaseLinks {

	private final ChangeUnit changeUnit;

	private final Texts texts;

	ChangeUnitLinks(ChangeUnit changeUnit, Texts texts) {
		this.changeUnit = changeUnit;
		this.texts = texts;
	}

	@Override
	public List<Link> of(EcoCase ecoCase, Actor reader, Locale locale) {
		return this.changeUnit.offered(ecoCase, reader)
			.stream()
			.map(ChangeUnit.Changeable::role)
			.map(role -> new Link(
					this.texts.in(locale, "worklist.change-unit.link",
							Texts.english(locale) ? role.englishLabel() : role.label()),
					"/cases/" + ecoCase.id() + "/units/" + role.code()))
			.toList();
	}

}
