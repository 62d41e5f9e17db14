package cn.ecopark.casefile.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseLinks;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.SuspendCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;

/** Leads from the page of a case to where it is suspended and taken up. */
@Component
class SuspensionLinks implements CaseLinks {

	private final SuspendCase suspendCase;

	private final Texts texts;

	SuspensionLinks(SuspendCase suspendCase, Texts texts) {
		this.suspendCase = suspendCase;
		this.texts = texts;
	}

	@Override
	public List<Link> of(EcoCase ecoCase, Actor reader, Locale locale) {
		String url = "/cases/" + ecoCase.id() + "/suspension";
		if (this.suspendCase.isTakingUpOffered(reader, ecoCase)) {
			return List.of(new Link(this.texts.in(locale, "casefile.suspension.take-up"), url));
		}
		return this.suspendCase.isOffered(reader, ecoCase)
				? List.of(new Link(this.texts.in(locale, "casefile.suspension.suspend"), url)) : List.of();
	}

}
