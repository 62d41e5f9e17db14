package cn.ecopark.casefile.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseLinks;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Continuations;
import cn.ecopark.casefile.ContinueCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;

/** Leads from the page of a case to where it is continued, and between two such cases. */
@Component
class ContinuationLinks implements CaseLinks {

	private final ContinueCase continueCase;

	private final Continuations continuations;

	private final Cases cases;

	private final CaseAccess access;

	private final Texts texts;

	ContinuationLinks(ContinueCase continueCase, Continuations continuations, Cases cases, CaseAccess access,
			Texts texts) {
		this.continueCase = continueCase;
		this.continuations = continuations;
		this.cases = cases;
		this.access = access;
		this.texts = texts;
	}

	@Override
	public List<Link> of(EcoCase ecoCase, Actor reader, Locale locale) {
		List<Link> links = new ArrayList<>();
		this.continuations.formerOf(ecoCase.id())
			.ifPresent(former -> links.add(link("casefile.continuation.former", former, locale)));
		this.continuations.laterOf(ecoCase.id())
			.filter(later -> this.access.mayRead(reader, this.cases.get(later)))
			.ifPresent(later -> links.add(link("casefile.continuation.later", later, locale)));
		if (this.continueCase.isOffered(reader, ecoCase)) {
			links.add(new Link(this.texts.in(locale, "casefile.continuation.title"),
					"/cases/" + ecoCase.id() + "/continuation"));
		}
		return links;
	}

	private Link link(String key, String caseId, Locale locale) {
		return new Link(this.texts.in(locale, key), "/cases/" + caseId);
	}

}
